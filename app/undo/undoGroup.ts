import { assertNever } from '../model/assertNever.ts'
import type { Change, MemberReference } from '../model/change.ts'
import type { CurrentGroup } from '../model/resource.ts'
import type { PlanItem } from '../plan/planItem.ts'
import { leftToReplacement, presentReference } from './presentReference.ts'
import { type DoneChange, deletedBy } from './runTraces.ts'
import { leftAsItIs, noteOn, type UndoContext, undoReason } from './undoContext.ts'
import type { UndoneValues } from './undoValues.ts'

/**
 * Takes back what a run did to a group.
 *
 * ```
 *  run      in the store now                      then
 *  create   gone                                  as before
 *  create   another name, or members besides      nothing: changed since
 *  create   otherwise                             delete
 *  delete   the group of its entry, of that name  as before
 *  delete   that one, or one of that name         nothing: replaced since
 *  delete   otherwise                             create, with the members that were recorded
 *  update   gone                                  nothing
 *  update   the name that the run wrote           the name of before
 *  update   another name                          that name stays
 *  update   an added member is one                removed
 *  update   a removed member is none, and exists  added
 * ```
 */
export function* undoGroup(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { kind } = done.change
  switch (kind) {
    case 'create':
      yield undoCreation(done, context)
      return
    case 'delete':
      yield* undoDeletion(done, context)
      return
    case 'update':
    case 'deactivate':
    case 'reactivate':
      yield* undoUpdate(done, context)
      return
    default:
      assertNever(kind)
  }
}

function undoCreation(done: DoneChange, context: UndoContext): PlanItem {
  const { change, resourceId } = done
  const { current } = context.facts
  const group = current.group(resourceId)
  if (!group) return leftAsItIs(done, { kind: 'as-before' })
  const added = new Set((change.members?.add ?? []).map((member) => addedId(member, context)))
  const members = [...current.members(resourceId)]
  const attributes = [
    ...(group.displayName === change.after?.displayName ? [] : ['displayName']),
    ...(members.every((id) => added.has(id)) ? [] : ['members']),
  ]
  if (attributes.length > 0) return leftAsItIs(done, { kind: 'changed-since', attributes })
  const { name, dn, baseDn, anchor } = change
  const identity = { objectKind: 'group' as const, name, dn, baseDn, anchor, resourceId, version: group.version }
  const before = { displayName: group.displayName }
  const reason = undoReason(done, context, 'unchanged')
  const remove = presentMembers(change, new Set(members), context)
  return {
    kind: 'change',
    change: { ...identity, kind: 'delete', before, after: null, members: { add: [], remove }, reason },
  }
}

function* undoDeletion(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { change } = done
  const left = leftToReplacement(done, context)
  if (left) {
    yield left
    return
  }
  const { add, gone } = membersOfBefore(change.members?.remove ?? [], () => true, context)
  if (!change.members) {
    yield noteOn(change, 'members', 'Its members were not recorded; the next sync adds those that the directory names.')
  }
  if (gone > 0) yield noteOn(change, 'members', goneMembers(gone))
  const { dn, baseDn, anchor } = change
  const displayName = deletedBy(change).name
  const values = change.before?.values
  const identity = {
    objectKind: 'group' as const,
    name: displayName,
    dn,
    baseDn,
    anchor,
    resourceId: null,
    version: null,
  }
  const members = { add, remove: [] }
  const reason = undoReason(done, context, 'unchanged')
  yield {
    kind: 'change',
    change: {
      ...identity,
      kind: 'create',
      before: null,
      after: { displayName, ...(values && { values }) },
      members,
      reason,
    },
  }
}

function* undoUpdate(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { change, resourceId } = done
  const { current } = context.facts
  const group = current.group(resourceId)
  if (!group) {
    yield leftAsItIs(done, { kind: 'gone-since' })
    return
  }
  const present = current.members(resourceId)
  const remove = presentMembers(change, present, context)
  const { add, gone } = membersOfBefore(change.members?.remove ?? [], (id) => !present.has(id), context)
  const [original, written] = [change.before?.displayName, change.after?.displayName]
  const isOther = original !== undefined && group.displayName !== original
  const renames = isOther && group.displayName === written
  const isChangedSince = isOther && !renames
  if (gone > 0) yield noteOn(change, 'members', goneMembers(gone))
  const mark = undoMark(done, group)
  if (!renames && !mark && add.length + remove.length === 0) {
    const attributes = [...(isChangedSince ? ['displayName'] : []), ...(gone > 0 ? ['members'] : [])]
    yield leftAsItIs(done, attributes.length > 0 ? { kind: 'changed-since', attributes } : { kind: 'as-before' })
    return
  }
  if (isChangedSince) {
    const problem = `It was changed after run ${context.policy.runId}; it is left as it is.`
    yield noteOn(change, 'displayName', problem)
  }
  const { dn, baseDn, anchor } = change
  const name = renames ? original : group.displayName
  yield {
    kind: 'change',
    change: {
      ...{ kind: 'update', objectKind: 'group', name, dn, baseDn, anchor, resourceId, version: group.version },
      before: { ...(renames && { displayName: group.displayName }), ...(mark && { values: mark.before }) },
      after: { ...(renames && { displayName: original }), ...(mark && { values: mark.after }) },
      members: { add, remove },
      reason: undoReason(done, context, 'unchanged'),
    },
  }
}

/** Takes back the mark of the domain that the run gave to the group (DC-32); null when it gave none, or it has another. */
function undoMark({ change, ignored }: DoneChange, group: CurrentGroup): Pick<UndoneValues, 'before' | 'after'> | null {
  const [original, written] = [change.before?.values?.connectorDomain, change.after?.values?.connectorDomain]
  if (!written || ignored.includes('connectorDomain') || group.connectorDomain !== written) return null
  return { before: { connectorDomain: written }, after: { connectorDomain: original ?? null } }
}

/** The members that the change added and that are members now. */
function presentMembers(
  { members }: Change,
  present: ReadonlySet<string>,
  context: UndoContext,
): readonly MemberReference[] {
  return (members?.add ?? []).flatMap((member) => {
    const resourceId = addedId(member, context)
    return present.has(resourceId) ? [{ ...member, resourceId }] : []
  })
}

/** The id under which a member was added, which may have been created by the same run; empty when it cannot be told. */
function addedId({ resourceId, anchor }: MemberReference, { facts, traces }: UndoContext): string {
  if (resourceId !== null || anchor === null) return resourceId ?? ''
  return traces.created.get(anchor) ?? facts.link(anchor)?.resourceId ?? ''
}

/** The members of before as they can be added now, and how many of them are gone. */
function membersOfBefore(
  members: readonly MemberReference[],
  isMissing: (resourceId: string) => boolean,
  context: UndoContext,
): { readonly add: readonly MemberReference[]; readonly gone: number } {
  const add: MemberReference[] = []
  let gone = 0
  for (const member of members) {
    const found = presentReference(member.kind, member.resourceId ?? '', context)
    if (!found) gone += 1
    else if (found.kind === 'entry') add.push({ ...member, resourceId: null, anchor: found.anchor })
    else if (isMissing(found.resourceId)) add.push({ ...member, resourceId: found.resourceId })
  }
  return { add, gone }
}

function goneMembers(count: number): string {
  return `${count} of the members of before ${count === 1 ? 'is' : 'are'} gone from the store and cannot be added.`
}
