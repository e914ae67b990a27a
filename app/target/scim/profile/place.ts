/** How a value is spelled in the store, where that differs from the canonical form. */
export interface Spelling {
  toStore(value: string): string
  fromStore(value: string): string
}

/** An attribute with one value: `displayName`, `name.givenName`, or `URN:manager.value`. */
export interface SinglePlace {
  readonly kind: 'single'
  /** URN of the extension; null for the core schema. */
  readonly schema: string | null
  readonly path: readonly string[]
  /** `parts`: stores take a PATCH of the last part alone; `whole`: only of the complex attribute around it. */
  readonly patch: 'parts' | 'whole'
  readonly spelling?: Spelling
}

/** A field of the item of a given type in a list: `phoneNumbers[type eq "work"].value`. */
export interface ItemPlace {
  readonly kind: 'item'
  readonly schema: string | null
  readonly list: string
  readonly type: string
  readonly field: string
  readonly spelling?: Spelling
}

/** A list of plain texts of which the first is ours. */
export interface TextsPlace {
  readonly kind: 'texts'
  readonly schema: string
  readonly name: string
}

/** Where a cloud attribute lands in a resource. */
export type Place =
  /** userName, and the primary work e-mail when it is an address. */
  | { readonly kind: 'user-name' }
  /** The primary e-mail of a resource without userName, or else its first. */
  | { readonly kind: 'main-email' }
  /** A work e-mail that is not primary. */
  | { readonly kind: 'further-email' }
  /** userType, which two attributes can share: `room` stands for rooms alone, and is no value of the other one. */
  | { readonly kind: 'user-type'; readonly holds: 'room' | 'others' }
  | SinglePlace
  | ItemPlace
  | TextsPlace

export function single(schema: string | null, ...path: readonly string[]): SinglePlace {
  return { kind: 'single', schema, path, patch: 'parts' }
}

export function item(schema: string | null, list: string, type: string, field = 'value'): ItemPlace {
  return { kind: 'item', schema, list, type, field }
}

/** The attribute of the SCIM path: `URN:name` in an extension, the bare name in the core schema. */
export function attributePath(schema: string | null, name: string): string {
  return schema === null ? name : `${schema}:${name}`
}
