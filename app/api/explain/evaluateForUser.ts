import { parseExpression } from '../../mapping/expression/parseExpression.ts'
import { traceExpression } from '../../mapping/expression/traceExpression.ts'
import { usedAttributes } from '../../mapping/expression/usedAttributes.ts'
import { findUser, type LookingPlace } from './findUser.ts'

/**
 * What an expression gives for a real user (DC-23).
 * @throws ConnectorError (side settings) for a wrong expression, and as `findUser`
 */
export async function evaluateForUser(where: LookingPlace, text: string, who: string): Promise<string> {
  const expression = parseExpression(text)
  const entry = await findUser(where, who, usedAttributes(expression), text)
  return traceExpression(expression, entry.attributes).result
}
