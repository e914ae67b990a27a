import { applyAvatars } from './applyAvatars.ts'
import { applyContacts } from './applyContacts.ts'
import { applyGroups, deleteGroups } from './applyGroups.ts'
import type { ApplyParts } from './applyParts.ts'
import { applyUsers, deleteUsers } from './applyUsers.ts'

/**
 * Executes the changes of a stored plan and nothing else. The order makes room before it is needed: users are changed,
 * then created, then tied to their managers; contacts, of whom those that leave go first; groups get their names, then their members; pictures, which need their
 * users; deletions come last. The outcome of each change is saved as soon as the store has confirmed it; one that fails does not stop the others.
 * @throws ConnectorError (side store) when going on would fail for everybody: what was done until then is saved
 */
export async function apply(parts: ApplyParts): Promise<void> {
  const { batchSize, concurrency } = await parts.target.discover()
  const pace = { size: batchSize, concurrency, signal: parts.signal }
  await applyUsers(parts, pace)
  await applyContacts(parts, pace)
  await applyGroups(parts, pace)
  await applyAvatars(parts, pace)
  await deleteGroups(parts, pace)
  await deleteUsers(parts, pace)
}
