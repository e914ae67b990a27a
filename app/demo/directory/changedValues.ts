import { assertNever } from '../../model/assertNever.ts'
import { dnKey } from '../../model/dn.ts'
import { textOfValue } from './binaryValue.ts'
import type { DirectoryValue } from './directoryEntry.ts'
import type { DirectoryKind } from './directoryTree.ts'
import { linkAttributes, linkedAttributes } from './entryLinks.ts'
import { LdapFailure } from './ldapFailure.ts'

/** One change of a modify request (RFC 4511 4.6): deleting without values removes the attribute. */
export interface ValueChange {
  readonly operation: 'add' | 'delete' | 'replace'
  readonly name: string
  readonly values: readonly DirectoryValue[]
}

/** The values of an attribute after a change. Throws LdapFailure where a value is there already, or is not there. */
export function changedValues(
  kind: DirectoryKind,
  change: ValueChange,
  before: readonly DirectoryValue[],
): readonly DirectoryValue[] {
  const key = change.name.toLowerCase()
  const fold = (value: DirectoryValue) => {
    if (typeof value !== 'string') return textOfValue(key, value)
    return linkAttributes.includes(key) ? dnKey(value) : value.toLowerCase()
  }
  const refusals = kind === 'ad-ds' && linkedAttributes.includes(key) ? linkRefusals : plainRefusals
  switch (change.operation) {
    case 'replace':
      return change.values
    case 'add': {
      const present = new Set(before.map(fold))
      if (!change.values.some((value) => present.has(fold(value)))) return [...before, ...change.values]
      throw new LdapFailure(refusals.present, `${change.name} holds the value already.`)
    }
    case 'delete': {
      const present = new Set(before.map(fold))
      const gone = new Set(change.values.map(fold))
      if (before.length === 0 || [...gone].some((value) => !present.has(value))) {
        throw new LdapFailure(refusals.absent, `${change.name} does not hold the value.`)
      }
      return gone.size === 0 ? [] : before.filter((value) => !gone.has(fold(value)))
    }
    default:
      return assertNever(change.operation)
  }
}

const plainRefusals = { present: 'attributeOrValueExists', absent: 'noSuchAttribute' } as const
/** Active Directory's own for linked attributes. */
const linkRefusals = { present: 'entryAlreadyExists', absent: 'unwillingToPerform' } as const
