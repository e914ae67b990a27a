import type { EntryKind } from './entry.ts'

/** A domain whose own connector feeds the same store, and how its resources are known there when they bear no mark. */
export interface OtherDomain {
  /** DNS name, for messages. */
  readonly name: string
  /** `@emea.example.com`: who has such a uid is of that domain. Compared without case. */
  readonly uidEndings: readonly string[]
  /** `EMEA `: groups whose name begins so are of that domain. Compared without case. */
  readonly groupBeginnings: readonly string[]
}

export interface SharedOrganization {
  readonly kind: 'shared'
  /** DNS name of the domain of this connector, in lower case: the mark that its resources bear. */
  readonly domain: string
  /** Kinds of resources on which the store keeps such a mark. */
  readonly marks: readonly EntryKind[]
  readonly otherDomains: readonly OtherDomain[]
}

/** Whether the connectors of several domains feed one store (DC-5, DC-32). */
export type Organization = { readonly kind: 'alone' } | SharedOrganization

/** What tells whose a resource is: its name, and the domain that it bears as its mark, null when it bears none. */
export interface Provenance {
  readonly name: string
  readonly domain: string | null
}
