import type { StoredAttribute, StoredEntry } from './storedEntry.ts'
import type { ReturnedAttribute } from './wire/writeResponse.ts'

/** Attributes that other directories than AD DS keep by themselves and return only when asked (`+` or by name). */
const operational: readonly string[] = [
  ...['entryuuid', 'createtimestamp', 'modifytimestamp', 'memberof', 'subschemasubentry', 'namingcontexts'],
  ...['supportedcontrol', 'supportedextension', 'supportedfeatures', 'supportedldapversion', 'supportedsaslmechanisms'],
  ...['attributetypes', 'objectclasses', 'vendorname', 'vendorversion', 'entrydn'],
]

export interface AttributeSelection {
  /** As asked for (RFC 4511 4.5.1.8); none means all user attributes. */
  readonly requested: readonly string[]
  /** Which attributes are left out of "all": those of AD DS never are. */
  readonly operational: 'hidden' | 'shown'
  /** Only on AD DS: values per answer, and `;range=` is understood. */
  readonly ranges?: { readonly maxValRange?: number | undefined }
}

/** The attributes of an entry that a search returns. */
export function selectAttributes(entry: StoredEntry, selection: AttributeSelection): readonly ReturnedAttribute[] {
  const requested = selection.requested.map((name) => name.toLowerCase())
  const wantsUser = requested.length === 0 || requested.includes('*')
  const wantsOperational = requested.includes('+')
  const named = new Set(requested.filter((name) => !name.includes(';')))
  const returned: ReturnedAttribute[] = []
  for (const [key, attribute] of entry.attributes) {
    const isOperational = selection.operational === 'hidden' && operational.includes(key)
    if (!named.has(key) && !(isOperational ? wantsOperational : wantsUser)) continue
    returned.push(...wholeOrFirstRange(attribute, selection.ranges?.maxValRange))
  }
  if (selection.ranges === undefined) return returned
  for (const name of requested) returned.push(...explicitRange(entry, name, selection.ranges.maxValRange))
  return returned
}

function wholeOrFirstRange(attribute: StoredAttribute, max = Number.POSITIVE_INFINITY): readonly ReturnedAttribute[] {
  if (attribute.values.length <= max) return [attribute]
  const range = { name: `${attribute.name};range=0-${max - 1}`, values: attribute.values.slice(0, max) }
  return [{ name: attribute.name, values: [] }, range]
}

/** `member;range=1500-*` and `member;range=0-99` (MS-ADTS 3.1.1.3.1.3.3). */
function explicitRange(
  entry: StoredEntry,
  requested: string,
  max = Number.POSITIVE_INFINITY,
): readonly ReturnedAttribute[] {
  const [, name, first, last] = /^([^;]+);range=(\d+)-(\d+|\*)$/.exec(requested) ?? []
  const attribute = name === undefined ? undefined : entry.attributes.get(name)
  if (attribute === undefined) return []
  const start = Number(first)
  const end = Math.min(last === '*' ? Number.POSITIVE_INFINITY : Number(last), start + max - 1)
  const isLast = end >= attribute.values.length - 1
  const range = `${attribute.name};range=${start}-${isLast ? '*' : end}`
  return [{ name: range, values: attribute.values.slice(start, isLast ? undefined : end + 1) }]
}
