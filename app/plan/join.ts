import { assertNever } from '../model/assertNever.ts'
import type { Join, JoinFacts, Owner } from './planningData.ts'

/**
 * Finds the resource for one desired object (DC-30). The first line that fits decides:
 *
 * ```
 *  conflict  link and resource   resource of the same name     same e-mail   join
 *  yes       any                 any                           any           held: conflict
 *  no        both there          any                           any           the linked resource
 *  no        otherwise           nobody's                      any           the resource of that name
 *  no        otherwise           an entry's that was not read  any           taken over; held after an incomplete read
 *  no        otherwise           a held entry's                any           held: conflict
 *  no        otherwise           a mapped entry's              any           created, once that entry has its new name
 *  no        otherwise           none                          exactly one   that resource
 *  no        otherwise           none                          one, of two   held: conflict
 *  no        otherwise           none                          several       held: conflict
 *  no        otherwise           none                          none          created
 * ```
 *
 * Taking over is what happens when an account was deleted and made again: the person keeps the cloud user.
 * @param facts what the links and the store know about the object
 * @param complete whether the directory was read whole
 */
export function join(facts: JoinFacts, complete: boolean): Join {
  if (facts.conflict) {
    return { kind: 'held', outcome: 'conflict', reason: { kind: 'same-value', ...facts.conflict } }
  }
  if (facts.link?.present) return { kind: 'joined', resourceId: facts.link.resourceId, by: 'link' }
  if (facts.sameName) return joinByName(facts.sameName.resourceId, facts.sameName.owner, complete, create(facts))
  const [first, ...others] = facts.sameEmail
  if (first === undefined) return create(facts)
  const { resourceId, rivalDn } = first
  if (others.length > 0) {
    const resourceIds = facts.sameEmail.map((candidate) => candidate.resourceId)
    return { kind: 'held', outcome: 'conflict', reason: { kind: 'several-resources', value: facts.name, resourceIds } }
  }
  if (rivalDn === null) return { kind: 'joined', resourceId, by: 'email' }
  return { kind: 'held', outcome: 'conflict', reason: { kind: 'resource-taken', resourceId, ownerDn: rivalDn } }
}

function create(facts: JoinFacts): Join {
  return { kind: 'create', because: facts.link ? 'resource-missing' : 'new' }
}

function joinByName(resourceId: string, owner: Owner, complete: boolean, otherwise: Join): Join {
  switch (owner.kind) {
    case 'nobody':
      return { kind: 'joined', resourceId, by: 'name' }
    case 'mapped-entry':
      return otherwise
    case 'vanished-entry':
      if (complete) return { kind: 'joined', resourceId, by: 'takeover' }
      return { kind: 'held', outcome: 'skipped', reason: { kind: 'resource-taken', resourceId, ownerDn: owner.dn } }
    case 'held-entry':
      return { kind: 'held', outcome: 'conflict', reason: { kind: 'resource-taken', resourceId, ownerDn: owner.dn } }
    default:
      return assertNever(owner)
  }
}
