import type { Entry } from '../../model/entry.ts'
import type { Link } from '../../model/link.ts'

/** An entry that is to be explained. */
export interface EntryToExplain {
  readonly entry: Entry
  readonly link: Link | null
  /** The base under which it is selected; null when it is not, or its kind is not synchronized: then nothing is planned. */
  readonly baseDn: string | null
}
