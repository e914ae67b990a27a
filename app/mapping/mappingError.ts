import type { CloudAttribute } from '../model/cloudAttribute.ts'
import { ConnectorError } from '../model/error.ts'
import { nearNames } from '../settings/nearNames.ts'
import type { AttributeExpression } from './expression/expression.ts'
import type { ExpressionError } from './expression/expressionError.ts'

/** A row whose expression cannot be read; the place names row and position. */
export function wrongExpression(attribute: CloudAttribute, error: ExpressionError): ConnectorError {
  return new ConnectorError({
    side: error.side,
    code: error.code,
    message: error.message,
    remedy: error.remedy,
    place: `mapping.${attribute}, position ${error.position + 1}`,
    cause: error,
  })
}

/** A row that was left empty instead of being switched off. */
export function emptyRow(attribute: CloudAttribute): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'invalid-expression',
    message: `The row ${attribute} has no expression.`,
    remedy: 'Name a directory attribute, leave the row out to keep its default, or set it to null to switch it off.',
    place: `mapping.${attribute}, position 1`,
  })
}

/** A row that must stay mapped (DC-20) and was switched off. */
export function requiredRow(attribute: 'uid' | 'ds-pwp-account-disabled'): ConnectorError {
  const why =
    attribute === 'uid'
      ? 'nothing else tells users apart'
      : 'without it disabled accounts would stay active in the cloud'
  return new ConnectorError({
    side: 'settings',
    code: 'required-mapping',
    message: `The row ${attribute} cannot be switched off: ${why}.`,
    remedy: 'Give it an expression, or leave the row out to keep its default.',
    place: `mapping.${attribute}`,
  })
}

/** A row that reads an attribute that the directory's schema does not have. */
export function unknownAttribute(
  attribute: CloudAttribute,
  { name, position }: AttributeExpression,
  knownAttributes: ReadonlySet<string>,
): ConnectorError {
  const near = nearNames(name.toLowerCase(), knownAttributes)
  const question = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
  return new ConnectorError({
    side: 'settings',
    code: 'unknown-attribute',
    message: `The row ${attribute} reads ${name} (position ${position + 1}), which the directory does not know.${question}`,
    remedy: looksLikeSubtraction(name, knownAttributes)
      ? 'Put a space on both sides of the "-" if it is meant as the operator; otherwise correct the attribute name.'
      : 'Correct the attribute name, or extend the schema of the directory.',
    place: `mapping.${attribute}, position ${position + 1}`,
  })
}

/** `givenName-sn` is one name, though a directory that knows both suggests that the operator was meant. */
function looksLikeSubtraction(name: string, knownAttributes: ReadonlySet<string>): boolean {
  const parts = name.toLowerCase().split('-')
  return parts.length > 1 && parts.every((part) => knownAttributes.has(part))
}

/** A required row whose default does not fit this directory. */
export function unusableDefault(
  attribute: 'uid' | 'ds-pwp-account-disabled',
  expression: string,
  missing: readonly string[],
): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'unknown-attribute',
    message: `The row ${attribute} reads ${expression} by default, but the directory does not know ${missing.join(', ')}.`,
    remedy: `Give mapping.${attribute} an expression of its own, and check that directory.type is right.`,
    place: `mapping.${attribute}`,
  })
}
