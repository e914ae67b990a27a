import type { ChangeReason } from '../model/change.ts'
import type { CurrentContact } from '../model/resource.ts'
import { diff } from './diff.ts'
import type { PlanItem } from './planItem.ts'
import type { ContactPair, VanishedContact } from './planningData.ts'
import type { ContactPolicy, PlanPolicy } from './policy.ts'
import { presentValues } from './presentValues.ts'
import { withoutIgnored } from './withoutIgnored.ts'

/** Decides about one desired contact, and the one that this connector created for it (DC-34). */
export function* planContact(pair: ContactPair, { managed }: ContactPolicy): Generator<PlanItem> {
  const { desired, link, current, ignored } = pair
  const { name, dn, baseDn, anchor, values } = desired
  const identity = { objectKind: 'contact' as const, name, dn, baseDn, anchor }
  if (current === null) {
    const reason: ChangeReason = link
      ? { kind: 'resource-missing', resourceId: link.resourceId }
      : { kind: 'new-in-selection', baseDn }
    const after = { values: presentValues(values, managed) }
    const change = { ...identity, resourceId: null, version: null, before: null, after, reason }
    yield { kind: 'change', change: { ...change, kind: 'create' } }
    return
  }
  const { kept, given } = withoutIgnored(diff(values, current.values, managed), ignored)
  for (const attribute of given) {
    const problem = 'The store accepted this value earlier and did not keep it.'
    yield { kind: 'note', note: { objectKind: 'contact', name, dn, attribute, problem } }
  }
  if (kept.attributes.length === 0) {
    const object = { objectKind: 'contact' as const, name, dn, anchor, resourceId: current.id }
    yield { kind: 'object', object: { ...object, outcome: 'matched', reason: { kind: 'equal' } } }
    return
  }
  const resource = { resourceId: current.id, version: current.version }
  const [before, after] = [{ values: kept.before }, { values: kept.after }]
  const reason = { kind: 'differs' as const, attributes: kept.attributes }
  yield { kind: 'change', change: { ...identity, ...resource, kind: 'update', before, after, reason } }
}

/** Decides about a contact that this connector created and whose entry is gone: it cannot be inactive, so it is deleted. */
export function* planVanishedContact(
  { link, current }: VanishedContact,
  policy: Pick<PlanPolicy, 'complete'>,
): Generator<PlanItem> {
  if (current === null) return
  const { name, dn, baseDn, anchor } = link
  const identity = { objectKind: 'contact' as const, name, dn, anchor, resourceId: current.id }
  if (!policy.complete) {
    yield { kind: 'object', object: { ...identity, outcome: 'skipped', reason: { kind: 'not-seen', lastDn: dn } } }
    return
  }
  const before = { values: current.values }
  const reason = { kind: 'vanished' as const, lastDn: dn }
  const change = { ...identity, baseDn, version: current.version, before, after: null, reason }
  yield { kind: 'change', change: { ...change, kind: 'delete' } }
}

/** A contact that somebody else has created is listed, and left alone. */
export function unaccountedContact({ id, values }: CurrentContact): PlanItem {
  const name = values.uid ?? values.displayName ?? id
  const identity = { objectKind: 'contact' as const, name, dn: null, anchor: null, resourceId: id }
  const reason = { kind: 'not-created-here' as const, resourceId: id }
  return { kind: 'object', object: { ...identity, outcome: 'mismatched', reason } }
}
