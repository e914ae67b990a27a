import type { Attributes } from '../model/entry.ts'
import type { DirectoryFacts } from './source.ts'

/** An entry that can have others below it, as somebody who chooses bases knows it. */
export interface ContainerEntry {
  readonly dn: string
  readonly kind: 'domain' | 'unit' | 'container'
  /** Whether there are containers right below it; null when that is not known. */
  readonly hasChildren: boolean | null
}

/** What to look for. */
export interface LookRequest {
  readonly baseDns: readonly string[]
  /** A whole RFC 4515 filter. */
  readonly filter: string
  /** None: the DNs alone. */
  readonly attributes: readonly string[]
}

export interface SeenEntry {
  readonly dn: string
  readonly attributes: Attributes
}

/**
 * A connection that is kept to look around in a directory. What is asked at the same time is answered one after the other.
 *
 * Errors are ConnectorErrors of side `directory`, named as in `Source`; a base that is not there or may not be read is one
 * too (`missing-base`, `insufficient-rights`, …). After `unreachable` and the like the view cannot be used any more.
 */
export interface DirectoryView {
  readonly facts: DirectoryFacts
  /** Attributes that the schema knows, as it spells them; null when it cannot be read. */
  readonly attributeNames: readonly string[] | null
  /** Whether the connection still stands, as far as it is known. */
  readonly isOpen: boolean
  /**
   * Containers right below a DN, in no order, at most `atMost` of them. Those that Active Directory keeps for itself, and
   * hides from administrators too, are left out.
   */
  containers(
    parentDn: string,
    atMost: number,
  ): Promise<{ readonly containers: readonly ContainerEntry[]; readonly more: boolean }>
  /** Entries anywhere below the bases, page by page, none twice for bases that overlap. Ends when the consumer stops. */
  look(request: LookRequest): AsyncIterable<readonly SeenEntry[]>
  /** Safe to call twice. */
  close(): void
}
