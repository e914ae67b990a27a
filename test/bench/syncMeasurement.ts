import type { KindCounts } from '../../app/model/plan.ts'
import type { TrackingMethod } from '../../app/model/watermark.ts'

/** Where pictures are read. */
export type PictureOptions =
  | { readonly source: 'attribute'; readonly attribute: string }
  | { readonly source: 'server'; readonly pattern: string }

/** What one sync is measured on. */
export interface SyncOptions {
  readonly kind: 'dry-run' | 'full' | 'incremental'
  readonly folder: string
  readonly directory: {
    readonly type: 'ad-ds' | 'ldap'
    readonly url: string
    readonly user: string
    readonly password: string
    readonly baseDn: string
    readonly tracking: TrackingMethod
  }
  readonly store: { readonly url: string; readonly token: string; readonly profile?: 'generic' | 'webex' }
  /** Absent while none are sent. */
  readonly pictures?: PictureOptions
}

/** Times in milliseconds, from the opening of the state to its end; loading the program is not in them. */
export interface SyncMeasurement {
  readonly status: string
  /** How changes were found; null for a full sync. */
  readonly method: string | null
  /** How many entries the directory told; null for a full sync. */
  readonly told: number | null
  readonly changes: number
  readonly pictures: KindCounts
  readonly totalMilliseconds: number
  /** Between asking the directory and getting its answer. */
  readonly directoryMilliseconds: number
  /** While at least one question to the store was open. */
  readonly storeMilliseconds: number
  /** Everything but the directory's answers; the store's are in it. */
  readonly ownMilliseconds: number
  /** Opening and checking the state; part of `ownMilliseconds`. */
  readonly openMilliseconds: number
  /** Of this process, decoding the directory's answers included. */
  readonly cpuMilliseconds: number
  readonly peakMegabytes: number
}
