import type { EntryKind } from '../model/entry.ts'
import type { Provenance } from '../model/organization.ts'
import type { ObjectReason } from '../model/plan.ts'
import { otherDomainOf } from './otherDomainOf.ts'
import type { PlanPolicy } from './policy.ts'

/**
 * Why a resource that no entry accounts for is never taken away, whatever the settings say of mismatched objects; null
 * when they decide (DC-32). Where resources bear marks, one without a mark may be another domain's that is not marked
 * yet: only this domain's own are deleted.
 */
export function notOursToDelete(
  kind: EntryKind,
  resourceId: string,
  provenance: Provenance,
  { organization, mismatched }: PlanPolicy,
): ObjectReason | null {
  const domain = otherDomainOf(organization, kind, provenance)
  if (domain !== null) return { kind: 'other-domain', domain, resourceId }
  if (organization.kind === 'alone' || mismatched === 'retain') return null
  if (provenance.domain !== null || !organization.marks.includes(kind)) return null
  return { kind: 'no-mark', domain: organization.domain }
}
