import type { Change } from '../model/change.ts'
import type { CurrentContact, CurrentUser, UserValues, ValueAttribute } from '../model/resource.ts'
import { uidKey } from '../model/uidKey.ts'
import { diff } from '../plan/diff.ts'
import { presentReference } from './presentReference.ts'
import type { DoneChange } from './runTraces.ts'
import type { UndoContext } from './undoContext.ts'

/** What becomes of the values that a change wrote. */
export interface UndoneValues {
  readonly before: UserValues
  readonly after: UserValues
  readonly managerNames: Change['managerNames']
  /** Attributes that are not taken back, each with why. */
  readonly left: readonly { readonly attribute: ValueAttribute; readonly problem: string }[]
}

/**
 * Decides about each value that a change wrote to a user or a contact (DC-58). The first line that fits decides:
 *
 * ```
 *  kept by the store   in the store now   the value before              then
 *  no                  any                any                           left
 *  yes                 as before          any                           nothing to do
 *  yes                 not as written     any                           left: changed since
 *  yes                 as written         a manager who is gone         left
 *  yes                 as written         a uid that another one keeps  left
 *  yes                 as written         otherwise                     taken back
 * ```
 *
 * Contacts have no managers, and several of them may have the same address.
 */
export function undoValues(
  { change, ignored }: DoneChange,
  current: CurrentUser | CurrentContact,
  context: UndoContext,
): UndoneValues {
  const before: Partial<Record<ValueAttribute, string | null>> = {}
  const after: Partial<Record<ValueAttribute, string | null>> = {}
  const left: { attribute: ValueAttribute; problem: string }[] = []
  let managerNames: Change['managerNames']
  for (const attribute of attributesOf(change.after?.values)) {
    if (ignored.includes(attribute)) continue
    const present = current.values[attribute] ?? null
    const recorded = change.before?.values?.[attribute] ?? null
    const manager = attribute === 'manager' && recorded !== null ? presentReference('user', recorded, context) : null
    const original = manager ? (manager.kind === 'resource' ? manager.resourceId : `entry:${manager.anchor}`) : recorded
    if (isSame(attribute, present, original)) continue
    if (!isSame(attribute, present, writtenValue(attribute, change.after?.values?.[attribute] ?? null, context))) {
      left.push({ attribute, problem: `It was changed after run ${context.policy.runId}; it is left as it is.` })
    } else if (attribute === 'manager' && recorded !== null && manager === null) {
      left.push({ attribute, problem: 'The manager of before is gone from the store; it is left as it is.' })
    } else if (attribute === 'uid' && original !== null && !isToBeHad(original, current, context)) {
      left.push({ attribute, problem: `${original} belongs to another user of the store; it is left as it is.` })
    } else {
      before[attribute] = present
      after[attribute] = original
      if (attribute === 'manager') {
        managerNames = { before: change.managerNames?.after ?? null, after: manager?.name ?? null }
      }
    }
  }
  return { before, after, managerNames, left }
}

/** The attributes that have another value than the change wrote, those aside that the store did not keep. */
export function otherThanWritten(
  { change, ignored }: DoneChange,
  current: CurrentUser | CurrentContact,
  context: UndoContext,
): readonly ValueAttribute[] {
  return attributesOf(change.after?.values).filter((attribute) => {
    const written = writtenValue(attribute, change.after?.values?.[attribute] ?? null, context)
    return !ignored.includes(attribute) && !isSame(attribute, current.values[attribute] ?? null, written)
  })
}

function attributesOf(values: UserValues | undefined): readonly ValueAttribute[] {
  return Object.keys(values ?? {}) as ValueAttribute[]
}

function isSame(attribute: ValueAttribute, one: string | null, other: string | null): boolean {
  return diff({ [attribute]: one }, { [attribute]: other }, [attribute]).attributes.length === 0
}

/** A manager who had no resource when the plan was made has one now. */
function writtenValue(attribute: ValueAttribute, value: string | null, { facts, traces }: UndoContext): string | null {
  if (attribute !== 'manager' || !value?.startsWith('entry:')) return value
  const anchor = value.slice('entry:'.length)
  return traces.created.get(anchor) ?? facts.link(anchor)?.resourceId ?? value
}

/** Whether no other user has the uid, or only one whose own uid of before comes free. */
function isToBeHad(uid: string, { kind, id }: CurrentUser | CurrentContact, { facts, traces }: UndoContext): boolean {
  if (kind === 'contact') return true
  const asked = new Set([id])
  for (let wanted = uid; ; ) {
    const key = uidKey(wanted)
    const holder = facts.current.usersNamed(wanted).find(({ values }) => uidKey(values.uid ?? '') === key)
    if (!holder) return true
    const renamed = traces.renamed.get(holder.id)
    if (!renamed || uidKey(renamed.after) !== key || asked.has(holder.id)) return false
    asked.add(holder.id)
    wanted = renamed.before
  }
}
