import type { EntryKind } from './entry.ts'
import type { Organization } from './organization.ts'
import type { ValueAttribute } from './resource.ts'
import type { Watermark } from './watermark.ts'

/** What the snapshot is of, so that it is known what can be planned from it (DC-53). */
export interface SnapshotHeader {
  /** ISO 8601. When the read that it began with was made. */
  readonly readAt: string
  /** Of the settings under which it was made; other settings need a new dry run. */
  readonly settingsDigest: string
  readonly kinds: readonly EntryKind[]
  /** Base DNs and exclusions as they stood in the settings. */
  readonly baseDns: readonly string[]
  readonly excludeDns: readonly string[]
  /** The whole filters that were asked for. */
  readonly filters: Readonly<Record<EntryKind, string>>
  /** The administrator's part of them, as it stood in the settings; empty when there was none. */
  readonly ownFilters: Readonly<Record<EntryKind, string>>
  /** The attributes that were read. */
  readonly attributes: Readonly<Record<EntryKind, readonly string[]>>
  /** What the store could hold then, so that it need not be asked while nothing changes. */
  readonly managed: readonly ValueAttribute[]
  readonly groups: 'none' | 'flat' | 'nested'
  /** What the store could hold of contacts then; null when none are selected. */
  readonly contacts: {
    readonly managed: readonly ValueAttribute[]
    readonly atMost: number | null
    /** Whether the cap left some out, who wait for room. */
    readonly overCap: 'some' | 'none'
  } | null
  /** In which form pictures were sent; `none` while they are switched off. */
  readonly pictures: 'bytes' | 'links' | 'none'
  /** Whose resources are whose, with what the store could keep of it then (DC-32). */
  readonly organization: Organization
  /** Where to resume; null when the directory must be compared whole once more. */
  readonly watermark: Watermark | null
}
