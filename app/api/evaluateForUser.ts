import { parseExpression } from '../mapping/expression/parseExpression.ts'
import { traceExpression } from '../mapping/expression/traceExpression.ts'
import { usedAttributes } from '../mapping/expression/usedAttributes.ts'
import type { SyncParts } from '../stages/syncParts.ts'
import { findUser } from './findUser.ts'

/**
 * What an expression gives for a real user (DC-23).
 * @throws ConnectorError (side settings) for a wrong expression, and as `findUser`
 */
export async function evaluateForUser(parts: SyncParts, text: string, who: string): Promise<string> {
  const expression = parseExpression(text)
  const entry = await findUser(parts, who, usedAttributes(expression), text)
  return traceExpression(expression, entry.attributes).result
}
