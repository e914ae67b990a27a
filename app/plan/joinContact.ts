import type { ContactFacts, Join } from './planningData.ts'

/**
 * Finds the resource for one desired contact. Only contacts that this connector has created have a link, and nothing else is
 * ever theirs (DC-34). The first line that fits decides:
 *
 * ```
 *  link and resource   another's contact for the same address   join
 *  both there          any                                      the linked contact
 *  otherwise           yes                                      held: not created here
 *  otherwise           no                                       created
 * ```
 */
export function joinContact({ link, foreign }: ContactFacts): Join {
  if (link?.present) return { kind: 'joined', resourceId: link.resourceId, by: 'link' }
  if (foreign !== null) {
    return { kind: 'held', outcome: 'skipped', reason: { kind: 'not-created-here', resourceId: foreign } }
  }
  return { kind: 'create', because: link ? 'resource-missing' : 'new' }
}
