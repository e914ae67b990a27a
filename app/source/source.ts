import type { Anchor } from '../model/anchor.ts'
import type { Entry, EntryKind } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import type { Gap } from '../model/gap.ts'
import type { DirectoryView } from './directoryView.ts'
import type { Tracking, TrackingRequest } from './tracking.ts'

/** One kind of entry to read under one set of bases. */
export interface ReadRequest {
  readonly kind: EntryKind
  readonly baseDns: readonly string[]
  /** A whole RFC 4515 filter: the default of the kind and the administrator's own, already joined and validated. */
  readonly filter: string
  /** Attribute names wanted in `Entry.attributes`, any spelling. The anchor and a group's members always come. */
  readonly attributes: readonly string[]
  /** Whether entries come with their mark (`Entry.mark`). Left out, they come without. */
  readonly marks?: 'wanted'
  /** Entries per page, where it should be fewer than usual because each one is large. */
  readonly pageSize?: number
}

/**
 * What a read yields, in order: pages of entries, and gaps where they were met. A read that yields no gap saw
 * everything. The same entry can come twice when bases overlap or when it moves meanwhile: readers keep the last.
 */
export type ReadEvent =
  /** `server` is who gave it, spelled as in `DirectoryFacts`. */
  | { readonly kind: 'page'; readonly entries: readonly Entry[]; readonly server: string }
  | { readonly kind: 'gap'; readonly gap: Gap }

/** What the directory says of itself. */
export interface DirectoryFacts {
  /** `dc1.corp.example.com:636`: the server that answers. */
  readonly server: string
  readonly product: 'ad-ds' | 'ad-lds' | 'samba-ad' | 'openldap' | '389-ds' | 'unknown'
  readonly namingContexts: readonly string[]
  readonly defaultNamingContext: string | null
  /** Lower-case names of the attributes that the schema knows; null when the schema cannot be read. */
  readonly knownAttributes: ReadonlySet<string> | null
}

/** One answer to "who is this?": the entry whatever the selection says, for `explain` and for trying a mapping. */
export interface FindRequest {
  /** A DN, or an e-mail address that is looked for in mail, userPrincipalName and proxyAddresses. */
  readonly who: string
  readonly baseDns: readonly string[]
  readonly attributes: readonly string[]
}

/**
 * A directory that can be read. The contract suite in test/contract runs on every implementation.
 *
 * Errors are ConnectorErrors: side `directory` (`unreachable`, `invalid-credentials`, `certificate-untrusted`,
 * `certificate-name`, `strong-auth-required`, …) or `settings` (a CA file that cannot be read). Only what makes
 * reading impossible from the start is thrown; what cuts a read short is a gap (DC-14).
 */
export interface Source {
  /** Connects to the first server that answers, binds, and reads root DSE and schema. Needs no earlier call. */
  discover(): Promise<DirectoryFacts>
  /**
   * Reads page by page; the next page is under way while this one is worked on. Stops early, and frees its
   * connection, when the consumer stops. A connection that is lost in the middle is retried once from the start of
   * that base on the next server; what cannot be finished becomes a gap.
   */
  read(request: ReadRequest): AsyncIterable<ReadEvent>
  /**
   * Whole entries of those among `anchors` that the request selects, each once; who is not among the answers is not
   * selected, unless a gap came too. Any number of anchors; a lost connection becomes a gap.
   */
  readAnchors(request: ReadRequest, anchors: readonly Anchor[]): AsyncIterable<ReadEvent>
  /**
   * Begins to track changes, in the best way that this directory and this account allow; null when there is none. The
   * server is the first that answers, as for reading.
   */
  track(request: TrackingRequest): Promise<Tracking | null>
  /** At most 10 entries. */
  find(request: FindRequest): Promise<readonly Entry[]>
  /**
   * Looks at name, port, TLS, bind, rights, bases, one finding each as soon as it is there; never throws for what it finds.
   * Without bases it looks at the directory's first naming context. Ends, and frees its connection, when the consumer stops.
   */
  check(baseDns: readonly string[]): AsyncIterable<Finding>
  /** Opens a connection to look around with; the server is the first that answers. */
  browse(): Promise<DirectoryView>
  /** Frees all connections. Safe to call twice. */
  close(): Promise<void>
}
