/** Text, or bytes for what is not text. objectGUID and objectSid may be given as text too (`8-4-4-4-12`, `S-1-…`). */
export type DirectoryValue = string | Uint8Array

/** One entry to put into the embedded directory. Attribute names keep their spelling; compare them without letter case. */
export interface DirectoryEntry {
  readonly dn: string
  readonly attributes: Readonly<Record<string, readonly DirectoryValue[]>>
}

/** Entries in any order; containers above them that are missing are made. */
export type DirectoryEntries = Iterable<DirectoryEntry>
