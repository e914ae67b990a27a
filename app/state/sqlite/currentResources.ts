import type { Database } from 'better-sqlite3'
import type { CurrentGroup, CurrentUser } from '../../model/resource.ts'
import { uidKey } from '../../model/uidKey.ts'
import type { CurrentResources } from '../../undo/undoFacts.ts'
import { markOfGroup } from './domainMarks.ts'

interface UserRow {
  readonly id: string
  readonly version: string | null
  readonly active: 0 | 1
  readonly administrator: 0 | 1
  readonly detail: string
}

type GroupRow = Omit<CurrentGroup, 'kind'>

const userColumns = `c.id, c.version, c.active, c.administrator,
  (SELECT detail FROM work.current_details WHERE rowid = c.detail_row) AS detail`
const groupColumns = `id, version, name AS displayName, external_id AS externalId, ${markOfGroup} AS connectorDomain`

/** What was read of the store, one by one. */
export function currentResources(database: Database): CurrentResources {
  const user = database.prepare<[string], UserRow>(`SELECT ${userColumns} FROM work.current_users AS c WHERE c.id = ?`)
  const usersNamed = database.prepare<[string, string], UserRow>(`
    SELECT ${userColumns} FROM work.current_users AS c
    WHERE c.name_key = ? OR c.id IN (SELECT id FROM work.current_emails WHERE email_key = ?) ORDER BY c.id`)
  const group = database.prepare<[string], GroupRow>(
    `SELECT ${groupColumns} FROM work.current_groups AS c WHERE id = ?`,
  )
  const groupsNamed = database.prepare<[string], GroupRow>(
    `SELECT ${groupColumns} FROM work.current_groups AS c WHERE name_key = ? ORDER BY id`,
  )
  const members = database
    .prepare<[string], string>('SELECT member_id FROM work.current_members WHERE group_id = ?')
    .pluck()
  return {
    user(id) {
      const row = user.get(id)
      return row ? toUser(row) : null
    },
    usersNamed: (name) => usersNamed.all(uidKey(name), uidKey(name)).map(toUser),
    group(id) {
      const row = group.get(id)
      return row ? toGroup(row) : null
    },
    groupsNamed: (displayName) => groupsNamed.all(uidKey(displayName)).map(toGroup),
    members: (groupId) => new Set(members.all(groupId)),
  }
}

function toUser({ id, version, active, administrator, detail }: UserRow): CurrentUser {
  const { values, emails }: Pick<CurrentUser, 'values' | 'emails'> = JSON.parse(detail)
  return { kind: 'user', id, version, active: active === 1, administrator: administrator === 1, values, emails }
}

function toGroup(row: GroupRow): CurrentGroup {
  return { kind: 'group', ...row }
}
