import type { Attributes } from '../../model/entry.ts'
import { textOfValue } from './binaryValue.ts'
import type { DirectoryEntry, DirectoryValue } from './directoryEntry.ts'

export interface StoredAttribute {
  /** The name as it is shown. */
  readonly name: string
  readonly values: readonly DirectoryValue[]
}

/** One entry inside the embedded directory. Changed by `DirectoryTree` only. */
export class StoredEntry {
  dn: string
  /** `dnKey` of the DN. */
  key: string
  readonly #attributes = new Map<string, StoredAttribute>()
  #text: Attributes | undefined

  constructor(dn: string, key: string) {
    this.dn = dn
    this.key = key
  }

  /** By lower-case name. */
  get attributes(): ReadonlyMap<string, StoredAttribute> {
    return this.#attributes
  }

  /** Sets all values of an attribute; none removes it. A spelling of the name that is already there stays. */
  set(name: string, values: readonly DirectoryValue[]): void {
    const key = name.toLowerCase()
    this.#text = undefined
    if (values.length === 0) this.#attributes.delete(key)
    else this.#attributes.set(key, { name: this.#attributes.get(key)?.name ?? name, values })
  }

  values(name: string): readonly DirectoryValue[] {
    return this.#attributes.get(name.toLowerCase())?.values ?? []
  }

  /** The text values, for names that hold text. */
  texts(name: string): readonly string[] {
    return this.values(name).filter((value) => typeof value === 'string')
  }

  /** The attributes as filters see them. */
  get text(): Attributes {
    this.#text ??= Object.fromEntries(
      Array.from(this.#attributes, ([key, it]) => [key, it.values.map((value) => textOfValue(key, value))] as const),
    )
    return this.#text
  }

  toDirectoryEntry(): DirectoryEntry {
    return {
      dn: this.dn,
      attributes: Object.fromEntries(Array.from(this.#attributes.values(), (it) => [it.name, it.values] as const)),
    }
  }
}
