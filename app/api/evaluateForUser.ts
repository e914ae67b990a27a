import { parseExpression } from '../mapping/expression/parseExpression.ts'
import { traceExpression } from '../mapping/expression/traceExpression.ts'
import { usedAttributes } from '../mapping/expression/usedAttributes.ts'
import { ConnectorError } from '../model/error.ts'
import { compileSelection } from '../selection/compileSelection.ts'
import type { SyncParts } from '../stages/syncParts.ts'

/**
 * What an expression gives for a real user (DC-23).
 * @throws ConnectorError (side settings) for a wrong expression or an attribute the directory does not know, (side
 *   directory) `user-not-found` or `several-users`
 */
export async function evaluateForUser({ settings, source }: SyncParts, text: string, who: string): Promise<string> {
  const expression = parseExpression(text)
  const attributes = usedAttributes(expression)
  const { knownAttributes } = await source.discover()
  const unknown = attributes.filter((name) => knownAttributes && !knownAttributes.has(name.toLowerCase()))
  if (unknown.length > 0) {
    throw new ConnectorError({
      side: 'settings',
      code: 'unknown-attribute',
      message: `The directory does not know the attribute ${unknown.join(', ')}.`,
      remedy: 'Correct the spelling of the attribute.',
      place: text,
    })
  }
  const { bases } = compileSelection(settings.selection, settings.directory.type)
  const [entry, ...others] = await source.find({ who, baseDns: bases.map(({ dn }) => dn), attributes })
  if (!entry || others.length > 0) throw notOneUser(who, entry ? others.length + 1 : 0)
  return traceExpression(expression, entry.attributes).result
}

function notOneUser(who: string, count: number): ConnectorError {
  return new ConnectorError({
    side: 'directory',
    code: count === 0 ? 'user-not-found' : 'several-users',
    message:
      count === 0 ? `No entry below the base DNs has the address ${who}.` : `${count} entries have the address ${who}.`,
    remedy: 'Give the e-mail address or the DN of one entry below the chosen base DNs.',
    place: who,
  })
}
