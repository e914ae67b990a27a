import type { Change } from '../model/change.ts'
import type { UserValues } from '../model/resource.ts'
import type { Write } from '../target/target.ts'

const unresolved = 'entry:'

/**
 * The write for a change of a user, without a manager that has yet to be created.
 * @returns null when nothing needs to be sent now
 */
export function userWrite(change: Change, version: string | null): Write | null {
  const { kind, resourceId, before, after } = change
  const values = resolvedValues(after?.values ?? {})
  if (resourceId === null) return { kind: 'create-user', active: after?.active ?? true, values }
  if (kind === 'delete') return { kind: 'delete-user', id: resourceId }
  const active = after?.active === before?.active ? undefined : after?.active
  if (active === undefined && Object.keys(values).length === 0) return null
  return {
    kind: 'update-user',
    id: resourceId,
    version,
    ...(active !== undefined && { active }),
    before: before?.values ?? {},
    values,
  }
}

/** The entry of a manager whose resource did not exist when the plan was made; null when there is no such manager. */
export function unresolvedManager(change: Change): string | null {
  const manager = change.after?.values?.manager
  return manager?.startsWith(unresolved) ? manager.slice(unresolved.length) : null
}

function resolvedValues(values: UserValues): UserValues {
  if (!values.manager?.startsWith(unresolved)) return values
  const { manager: _, ...others } = values
  return others
}
