import { type CloudAttribute, cloudAttributes } from '../model/cloudAttribute.ts'
import type { Finding } from '../model/finding.ts'
import { firstSpellings } from '../model/firstSpellings.ts'
import type { MappedAttribute } from '../model/resource.ts'
import type { MappingSettings, OrganizationSettings } from '../settings/schema.ts'
import { accountState } from './accountState.ts'
import type { CompiledMapping, CompiledRow, InactiveRow, RowOrigin } from './compiledMapping.ts'
import { contactRows } from './contactRows.ts'
import { type DirectoryType, defaultMapping } from './defaultMapping.ts'
import { compileExpression } from './expression/compileExpression.ts'
import type { Expression } from './expression/expression.ts'
import { ExpressionError } from './expression/expressionError.ts'
import { formatExpression } from './expression/formatExpression.ts'
import { parseExpression } from './expression/parseExpression.ts'
import { usedAttributes } from './expression/usedAttributes.ts'
import { knownPart, unknownIn } from './knownPart.ts'
import { emptyRow, requiredRow, unknownAttribute, unusableDefault, wrongExpression } from './mappingError.ts'
import { type ValueRule, valueRules } from './validate/valueRules.ts'

/**
 * Lays the settings' rows over the defaults and checks the whole (DC-20 to DC-22). `knownAttributes` are the directory's
 * in lower case, null when its schema could not be read: then every name passes.
 * `organization` says what holds where an entry says nothing of its country, and which language stands in for a wrong one.
 *
 * A default row of which the directory knows nothing is inactive; of a default choice (`a | b`) the known options stay.
 *
 * Throws ConnectorError (settings) whose place names the row, and the position in it: `invalid-expression`,
 * `unknown-attribute` with near spellings, `required-mapping` for uid or ds-pwp-account-disabled switched off.
 */
export function compileMapping(
  settings: MappingSettings,
  directoryType: DirectoryType,
  knownAttributes: ReadonlySet<string> | null,
  organization: Pick<OrganizationSettings, 'country' | 'language'>,
): CompiledMapping {
  const defaults = defaultMapping(directoryType)
  const rows: CompiledRow<MappedAttribute>[] = []
  const inactiveRows: InactiveRow[] = []
  let accountRow: CompiledRow<'ds-pwp-account-disabled'> | undefined

  for (const attribute of cloudAttributes) {
    const given = settings[attribute]
    const text = given === undefined ? defaults[attribute] : given
    if (text === null) {
      if (attribute === 'uid' || attribute === 'ds-pwp-account-disabled') throw requiredRow(attribute)
      continue
    }
    const origin: RowOrigin = given === undefined ? 'default' : 'settings'
    const whole = parseRow(attribute, text)
    const unknown = unknownIn(whole, knownAttributes)
    const [firstUnknown] = unknown
    if (origin === 'settings' && firstUnknown !== undefined && knownAttributes !== null) {
      throw unknownAttribute(attribute, firstUnknown, knownAttributes)
    }
    const part = knownPart(whole, knownAttributes)
    if (part === undefined) {
      const missing = unknown.map((it) => it.name)
      if (attribute === 'uid') throw unusableDefault(attribute, text, missing)
      if (attribute === 'ds-pwp-account-disabled' && directoryType === 'ad-ds') {
        throw unusableDefault(attribute, text, missing)
      }
      inactiveRows.push({ attribute, expression: text, missing })
    }
    if (attribute === 'ds-pwp-account-disabled') {
      accountRow = compileRow(attribute, origin, part ?? nothing, accountState)
    } else if (part !== undefined) {
      rows.push(compileRow(attribute, origin, part, valueRules[attribute]))
    }
  }
  if (accountRow === undefined) throw requiredRow('ds-pwp-account-disabled')

  const readsUserAccountControl = usedNames([accountRow]).some((it) => it.toLowerCase() === 'useraccountcontrol')
  const ofContacts = contactRows(rows, knownAttributes)
  return {
    rows,
    contactRows: ofContacts,
    contactAttributes: firstSpellings([...usedNames(ofContacts), 'cn']),
    countryRow: rows.find((row) => row.attribute === 'c') ?? null,
    organization: { country: organization.country ?? null, language: organization.language ?? null },
    accountState: {
      ...accountRow,
      whenMissing: directoryType === 'ad-ds' && readsUserAccountControl ? 'unreadable' : 'active',
    },
    inactiveRows,
    directoryAttributes: usedNames([...rows, accountRow]),
    findings: uidFindings(rows),
  }
}

/** The state of accounts in a directory that does not tell: an empty value, which means active. */
const nothing: Expression = { kind: 'literal', text: '', position: 0 }

function parseRow(attribute: CloudAttribute, text: string): Expression {
  if (text.trim() === '') throw emptyRow(attribute)
  try {
    return parseExpression(text)
  } catch (error) {
    throw error instanceof ExpressionError ? wrongExpression(attribute, error) : error
  }
}

function compileRow<Name extends CloudAttribute>(
  attribute: Name,
  origin: RowOrigin,
  expression: Expression,
  validate: ValueRule,
): CompiledRow<Name> {
  return { attribute, origin, expression, evaluate: compileExpression(expression), validate }
}

function usedNames(rows: readonly { readonly expression: Expression }[]): readonly string[] {
  return firstSpellings(rows.flatMap((row) => usedAttributes(row.expression)))
}

/** uid should be mail, userPrincipalName, or the first of them that is there; anything else is worth a warning. */
function uidFindings(rows: readonly CompiledRow<MappedAttribute>[]): readonly Finding[] {
  const uid = rows.find((row) => row.attribute === 'uid')
  if (uid === undefined || isRecommendedUid(uid.expression)) return []
  return [
    {
      level: 'warning',
      side: 'settings',
      subject: 'mapping.uid',
      message: `uid is mapped from ${formatExpression(uid.expression)}; recommended are mail and userPrincipalName.`,
      remedy: 'Make sure that it gives every user an e-mail address of their own, or map uid from mail.',
    },
  ]
}

function isRecommendedUid(expression: Expression): boolean {
  if (expression.kind === 'choice') return expression.options.every(isRecommendedUid)
  return expression.kind === 'attribute' && ['mail', 'userprincipalname'].includes(expression.name.toLowerCase())
}
