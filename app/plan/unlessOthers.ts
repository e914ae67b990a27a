import type { EntryKind } from '../model/entry.ts'
import { otherDomainOf } from './otherDomainOf.ts'
import type { Join, JoinFacts, PlanningData } from './planningData.ts'
import type { PlanPolicy } from './policy.ts'

/**
 * Holds an entry back whose resource belongs to another domain, whether it was found by link, name or e-mail; and one
 * that would be created under a name of another domain (DC-32).
 */
export function unlessOthers(
  { name }: JoinFacts,
  found: Join,
  kind: EntryKind,
  data: Pick<PlanningData, 'provenance'>,
  { organization }: Pick<PlanPolicy, 'organization'>,
): Join {
  if (organization.kind === 'alone' || found.kind === 'held') return found
  const resourceId = found.kind === 'joined' ? found.resourceId : null
  const present = resourceId === null ? null : data.provenance(kind, resourceId)
  const wanted = { name, domain: present?.domain ?? null }
  const domain = (present && otherDomainOf(organization, kind, present)) ?? otherDomainOf(organization, kind, wanted)
  if (domain === null) return found
  return { kind: 'held', outcome: 'conflict', reason: { kind: 'other-domain', domain, resourceId } }
}
