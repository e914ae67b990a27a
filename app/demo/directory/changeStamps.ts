import type { DirectoryKind } from './directoryTree.ts'
import { formatGeneralizedTime } from './formatGeneralizedTime.ts'
import type { StoredEntry } from './storedEntry.ts'

/**
 * Marks entries as created or changed: by update sequence number and time on AD DS (MS-ADTS 3.1.1.1.9), by time alone
 * elsewhere (RFC 4512 3.4). A time that an entry brings along at its creation stays.
 */
export class ChangeStamps {
  readonly #kind: DirectoryKind
  readonly #now: () => Date
  #usn = 12_000

  constructor(kind: DirectoryKind, now: () => Date) {
    this.#kind = kind
    this.#now = now
  }

  /** The number of the last change. */
  get highestUsn(): number {
    return this.#usn
  }

  created(entry: StoredEntry): void {
    const time = formatGeneralizedTime(this.#kind, this.#now())
    if (this.#kind === 'ldap') {
      setMissing(entry, 'createTimestamp', time)
      setMissing(entry, 'modifyTimestamp', time)
      return
    }
    this.#usn += 1
    entry.set('uSNCreated', [String(this.#usn)])
    entry.set('uSNChanged', [String(this.#usn)])
    setMissing(entry, 'whenCreated', time)
    setMissing(entry, 'whenChanged', time)
  }

  changed(entry: StoredEntry): void {
    const time = formatGeneralizedTime(this.#kind, this.#now())
    if (this.#kind === 'ldap') {
      entry.set('modifyTimestamp', [time])
      return
    }
    this.#usn += 1
    entry.set('uSNChanged', [String(this.#usn)])
    entry.set('whenChanged', [time])
  }
}

function setMissing(entry: StoredEntry, name: string, value: string): void {
  if (entry.values(name).length === 0) entry.set(name, [value])
}
