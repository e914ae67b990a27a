import type { Database } from 'better-sqlite3'
import type { CurrentContact, CurrentGroup, CurrentUser } from '../../model/resource.ts'
import { uidKey } from '../../model/uidKey.ts'
import type { CurrentResources } from '../../undo/undoFacts.ts'
import { markOfGroup } from './domainMarks.ts'
import { toFoundPhoto } from './photoText.ts'

interface UserRow {
  readonly id: string
  readonly version: string | null
  readonly active: 0 | 1
  readonly administrator: 0 | 1
  readonly photo: string | null
  readonly detail: string
}

type ContactRow = Pick<UserRow, 'id' | 'version' | 'detail'>

type GroupRow = Omit<CurrentGroup, 'kind'>

const detail = '(SELECT detail FROM work.current_details WHERE rowid = c.detail_row) AS detail'
const userColumns = `c.id, c.version, c.active, c.administrator, c.photo, ${detail}`
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
  const contact = database.prepare<[string], ContactRow>(
    `SELECT c.id, c.version, ${detail} FROM work.current_contacts AS c WHERE c.id = ?`,
  )
  const contactsNamed = database.prepare<[string, string], ContactRow>(
    `SELECT c.id, c.version, ${detail} FROM work.current_contacts AS c WHERE c.email_key = ? OR c.name_key = ? ORDER BY c.id`,
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
    contact(id) {
      const row = contact.get(id)
      return row ? toContact(row) : null
    },
    contactsNamed: (name) => contactsNamed.all(uidKey(name), uidKey(name)).map(toContact),
    members: (groupId) => new Set(members.all(groupId)),
  }
}

function toContact({ id, version, detail }: ContactRow): CurrentContact {
  const { values, emails }: Pick<CurrentContact, 'values' | 'emails'> = JSON.parse(detail)
  return { kind: 'contact', id, version, values, emails }
}

function toUser({ id, version, active, administrator, photo, detail }: UserRow): CurrentUser {
  const { values, emails }: Pick<CurrentUser, 'values' | 'emails'> = JSON.parse(detail)
  const flags = { active: active === 1, administrator: administrator === 1 }
  return { kind: 'user', id, version, ...flags, values, emails, photo: toFoundPhoto(photo) }
}

function toGroup(row: GroupRow): CurrentGroup {
  return { kind: 'group', ...row }
}
