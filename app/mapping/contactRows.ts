import type { MappedAttribute } from '../model/resource.ts'
import type { CompiledRow } from './compiledMapping.ts'
import { compileExpression } from './expression/compileExpression.ts'
import type { Expression } from './expression/expression.ts'
import { parseExpression } from './expression/parseExpression.ts'
import { knownPart } from './knownPart.ts'
import { valueRules } from './validate/valueRules.ts'

/** What can be said of a contact: whom to reach, and how. */
const contactAttributes: ReadonlySet<MappedAttribute> = new Set([
  'uid',
  'displayName',
  'givenName',
  'sn',
  'emails;type-work',
  'title',
  'telephoneNumber',
  'mobile',
  'facsimileTelephoneNumber',
  'o',
  'street',
  'l',
  'st',
  'postalCode',
  'c',
  'sipAddresses;type=enterprise',
])

/**
 * The rows that fill a contact: those of users, as far as a contact has such an attribute. Two defaults are others, because
 * contacts differ from accounts: a contact without the uid of an account has its address in `mail`, and its company in
 * `company`.
 * @param known the directory's attributes in lower case; null when its schema could not be read
 */
export function contactRows(
  rows: readonly CompiledRow<MappedAttribute>[],
  known: ReadonlySet<string> | null,
): readonly CompiledRow<MappedAttribute>[] {
  return rows
    .filter(({ attribute }) => contactAttributes.has(attribute))
    .map((row) => {
      if (row.attribute === 'uid') return withOptions(row, [row.expression, parseExpression('mail')], known)
      if (row.attribute !== 'o' || row.origin === 'settings') return row
      return withOptions(row, [parseExpression('company'), row.expression], known)
    })
}

function withOptions(
  row: CompiledRow<MappedAttribute>,
  options: readonly Expression[],
  known: ReadonlySet<string> | null,
): CompiledRow<MappedAttribute> {
  const flat = options.flatMap((option) => (option.kind === 'choice' ? option.options : [option]))
  const expression = knownPart({ kind: 'choice', options: flat, position: 0 }, known) ?? row.expression
  return { ...row, expression, evaluate: compileExpression(expression), validate: valueRules[row.attribute] }
}
