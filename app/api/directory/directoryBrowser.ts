import type { RowTrace } from '../../mapping/traceRows.ts'
import type { EntryKind } from '../../model/entry.ts'
import type { Finding } from '../../model/finding.ts'
import type {
  AvatarSettings,
  DirectorySettings,
  MappingSettings,
  OrganizationSettings,
  SelectionSettings,
} from '../../settings/schema.ts'
import type { AvatarTrial } from '../avatar/avatarTrial.ts'

/** A container of the directory, for the tree in which bases are chosen. */
export interface Container {
  readonly dn: string
  /** The value of its first name part: `Sales`. */
  readonly name: string
  readonly kind: 'domain' | 'unit' | 'container'
  /** Whether there are containers below it; null when the directory does not say. */
  readonly hasChildren: boolean | null
}

/** The parts of settings with which a directory can be looked at before anything is saved. */
export interface DirectoryDraft {
  readonly directory: DirectorySettings
  readonly selection?: SelectionSettings
  readonly mapping?: MappingSettings
  readonly organization?: OrganizationSettings
}

export interface DirectoryAnswer {
  /** `dc1.corp.example.com:636`. */
  readonly server: string
  readonly product: string
  /** Partitions and domains to choose from; of AD LDS without configuration and schema. */
  readonly namingContexts: readonly string[]
  readonly defaultNamingContext: string | null
}

export interface Sample {
  readonly dn: string
  /** Shown to choose one: display name, else the first name part. */
  readonly name: string
  readonly mail: string | null
}

/** What the mapping makes of one entry of the directory (DC-23). */
export interface MappedSample {
  readonly sample: Sample
  readonly kind: EntryKind
  readonly rows: readonly RowTrace[]
  /** Why the entry would be skipped; null when it would not. */
  readonly skipped: string | null
}

/**
 * Looks into the directory with settings that need not be saved. Connections are kept for a moment between calls.
 * Each method throws ConnectorError (side settings or directory) for what an administrator can mend.
 */
export interface DirectoryBrowser {
  /** Connects and binds. */
  answer(draft: DirectoryDraft): Promise<DirectoryAnswer>
  /** Domain controllers that DNS names for a domain, best first: `dc1.corp.example.com:389`. */
  controllers(domain: string): Promise<readonly string[]>
  /**
   * Containers right below a DN, at most 2,000: domains and units by name, then others by name. Below the empty DN are the
   * naming contexts to choose from, named like DNS domains (`corp.example.com`).
   */
  containers(
    draft: DirectoryDraft,
    parentDn: string,
  ): Promise<{ readonly containers: readonly Container[]; readonly more: boolean }>
  /**
   * How many entries of a kind the selection of the draft has now; counting ends at `upTo` and then says so. Only the filter
   * of that kind has to be right. Rooms are counted with users. Throws `no-selection` for a draft without one.
   * After `signal` aborts, nobody waits for the number any more, and counting stops.
   */
  count(
    draft: DirectoryDraft,
    kind: EntryKind,
    upTo: number,
    signal?: AbortSignal,
  ): Promise<{ readonly count: number; readonly more: boolean }>
  /** Attributes that the schema knows, by name; null when it cannot be read. */
  attributes(draft: DirectoryDraft): Promise<readonly string[] | null>
  /** Selected users whose beginning of name or address is `text`, or any when it is empty; at most 10. */
  samples(draft: DirectoryDraft, text: string): Promise<readonly Sample[]>
  /** What the mapping of the draft makes of somebody given by e-mail or DN. Throws `not-mapped` for a group. */
  map(draft: DirectoryDraft, who: string): Promise<MappedSample>
  /** The picture of somebody as these settings find it. */
  picture(draft: DirectoryDraft & { readonly avatar: AvatarSettings }, who: string): Promise<AvatarTrial>
}

/** Checks that come one by one while they are made. */
export interface LiveCheck {
  /** `directory` or `store`: which side was looked at. */
  readonly side: 'directory' | 'store'
  readonly finding: Finding
}
