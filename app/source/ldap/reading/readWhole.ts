import type { DecodedEntry, EntryDecoder } from '../protocol/entryDecoder.ts'
import type { LdapConnection } from '../protocol/ldapConnection.ts'
import { describeResultCode, resultCode } from '../protocol/resultCode.ts'
import { anyEntry, search } from '../protocol/search.ts'

/** An entry with all its values, or as many as could be had. */
export interface WholeEntry {
  readonly attributes: Readonly<Record<string, readonly string[]>>
  readonly aside: Readonly<Record<string, readonly string[]>>
  /** Attributes that stayed cut short, and why; empty when everything is there. */
  readonly failures: readonly ReadFailure[]
}

export interface ReadFailure {
  readonly attribute: string
  /** How many values were read. */
  readonly read: number
  readonly reason: string
}

interface Values {
  readonly values: readonly string[]
  /** Undefined when all are there. */
  readonly problem: string | undefined
}

const mostAttempts = 3
/** Raised by every change of an Active Directory entry, its values included. The decoder must keep it aside. */
export const changeNumber = 'usnchanged'

/**
 * Completes the attributes of which the server gave only a range, as Windows does above 1,500 values
 * (MS-ADTS 3.1.1.3.1.3.3). An attribute that changes while its ranges are read is read again from the start: a value
 * that slipped from one range into another would look removed (DC-14, DC-35). Rejects with ConnectionLostError.
 */
export async function readWhole(
  connection: LdapConnection,
  decoder: EntryDecoder,
  entry: DecodedEntry,
): Promise<WholeEntry> {
  if (entry.partial === undefined) return { attributes: entry.attributes, aside: entry.aside, failures: [] }
  const attributes: Record<string, readonly string[]> = { ...entry.attributes }
  const aside: Record<string, readonly string[]> = { ...entry.aside }
  const failures: ReadFailure[] = []
  for (const attribute of entry.partial.keys()) {
    const { values, problem } = await readSteadily(connection, decoder, entry.dn, attribute)
    if (attribute in attributes) attributes[attribute] = values
    if (attribute in aside) aside[attribute] = values
    if (problem !== undefined) failures.push({ attribute, read: values.length, reason: problem })
  }
  return { attributes, aside, failures }
}

async function readSteadily(
  connection: LdapConnection,
  decoder: EntryDecoder,
  dn: string,
  attribute: string,
): Promise<Values> {
  let last: Values = { values: [], problem: undefined }
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const read = await readRanges(connection, decoder, dn, attribute)
    if (read.steadiness === 'steady') return read
    last = { values: read.values, problem: `it changed during ${mostAttempts} attempts to read it` }
  }
  return last
}

async function readRanges(
  connection: LdapConnection,
  decoder: EntryDecoder,
  dn: string,
  attribute: string,
): Promise<Values & { readonly steadiness: 'steady' | 'changed' }> {
  const values: string[] = []
  const versions = new Set<string>()
  for (;;) {
    const attributes = [`${attribute};range=${values.length}-*`, changeNumber]
    const parameters = { baseDn: dn, scope: 'base', filter: anyEntry, attributes } as const
    const { entries, result } = await search(connection, parameters, decoder)
    const [found] = entries
    if (result.code !== resultCode.success || found === undefined) {
      const problem = result.code === resultCode.success ? 'the entry is gone' : describeResultCode(result.code)
      return { values, problem, steadiness: 'steady' }
    }
    const part = found.attributes[attribute] ?? found.aside[attribute] ?? []
    const range = found.partial?.get(attribute)
    for (const value of part) values.push(value)
    versions.add(found.aside[changeNumber]?.[0] ?? '')
    if (versions.size > 1) return { values, problem: undefined, steadiness: 'changed' }
    if (range === undefined) return { values, problem: undefined, steadiness: 'steady' }
    if (part.length === 0 || range.first !== values.length - part.length) {
      return { values, problem: 'the server gave another range than was asked for', steadiness: 'steady' }
    }
  }
}
