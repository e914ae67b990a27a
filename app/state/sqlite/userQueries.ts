import type { Database } from 'better-sqlite3'
import type { CurrentUser } from '../../model/resource.ts'
import type { Reference, UserPair } from '../../plan/planningData.ts'
import type { Workspace } from '../workspace.ts'
import { claimedByHeld } from './claimedByHeld.ts'
import { type LinkRow, toLink } from './linkRecords.ts'
import { pageLength, pages } from './pages.ts'
import { toFoundPhoto } from './photoText.ts'
import { linksInReach, type Reach, unlessFocused } from './reach.ts'

/** Columns of a current user, named so that they can stand beside others; null when there is none. */
interface CurrentUserColumns {
  readonly current_id: string | null
  readonly current_version: string | null
  readonly current_active: 0 | 1
  readonly current_administrator: 0 | 1
  readonly current_uid: string
  readonly current_manager: string | null
  readonly current_photo: string | null
  /** Null also where both sides are known to be equal. */
  readonly current_detail: string | null
}

const currentColumns = `c.id AS current_id, c.version AS current_version, c.active AS current_active,
  c.administrator AS current_administrator, c.uid AS current_uid, c.manager AS current_manager,
  c.photo AS current_photo`

const currentDetail = '(SELECT detail FROM work.current_details WHERE rowid = c.detail_row) AS current_detail'

interface PairRow extends CurrentUserColumns {
  readonly anchor: string
  readonly name: string
  readonly name_key: string
  readonly dn: string
  readonly base_dn: string
  readonly active: 0 | 1
  readonly room: 0 | 1
  /** Null where both sides are known to be equal. */
  readonly detail: string | null
  readonly same_text: 0 | 1
  readonly link_resource: string | null
  readonly vanished_at: string | null
  readonly manager_key: string | null
  readonly manager_anchor: string | null
  readonly manager_resource: string | null
  readonly manager_created: 0 | 1
  readonly ignored: string | null
}

type UserQueries = Pick<Workspace, 'nameOfManager' | 'userPairs' | 'vanishedUsers' | 'unaccountedUsers'>

/** Users in the order of planning. Only what differs in some way is taken apart into values. */
export function userQueries(database: Database, reach: Reach): UserQueries {
  const nameOfEntry = database.prepare<[string], string>('SELECT name FROM work.desired_users WHERE anchor = ?').pluck()
  const nameOfResource = database
    .prepare<[string, string], string>(
      `SELECT coalesce((SELECT uid FROM work.current_users WHERE id = ?),
         (SELECT name FROM main.links WHERE kind = 'user' AND resource_id = ?))`,
    )
    .pluck()
  return {
    nameOfManager(value) {
      const anchor = value.startsWith('entry:') ? value.slice('entry:'.length) : null
      return (anchor === null ? nameOfResource.get(value, value) : nameOfEntry.get(anchor)) ?? null
    },
    *userPairs() {
      const statement = pairStatement(database, reach)
      const read = (last: PairRow | null) => statement.all(last?.name_key ?? '', last?.anchor ?? '', pageLength)
      for (const page of pages<PairRow>(read)) yield page.map(toPair)
    },
    *vanishedUsers() {
      const statement = database.prepare<[string, number], LinkRow & CurrentUserColumns>(`
        SELECT links.*, ${currentColumns}, ${currentDetail} FROM ${linksInReach[reach.of]} LEFT JOIN work.current_users AS c ON c.id = links.resource_id
        WHERE links.kind = 'user' AND links.anchor > ?
          AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = links.anchor AND entries.kind = 'user')
          AND NOT EXISTS (SELECT 1 FROM work.joins WHERE joins.kind = 'user' AND joins.resource_id = links.resource_id)
          AND links.resource_id NOT IN (${claimedByHeld.user})
        ORDER BY links.anchor LIMIT ?`)
      for (const page of pages<LinkRow & CurrentUserColumns>((last) => statement.all(last?.anchor ?? '', pageLength))) {
        yield page.map((row) => ({ link: toLink(row), current: toCurrent(row) }))
      }
    },
    *unaccountedUsers() {
      if (reach.of === 'focus') return
      type Row = CurrentUserColumns & {
        readonly current_id: string
        readonly name_key: string
        readonly inactive_since: string | null
      }
      const statement = database.prepare<[string, string, number], Row>(`
        SELECT ${currentColumns}, ${currentDetail}, c.name_key, doomed_users.inactive_since
        FROM work.current_users AS c LEFT JOIN doomed_users ON doomed_users.resource_id = c.id
        WHERE (c.name_key, c.id) > (?, ?)
          AND NOT EXISTS (SELECT 1 FROM links WHERE links.kind = 'user' AND links.resource_id = c.id)
          AND NOT EXISTS (SELECT 1 FROM work.joins WHERE joins.kind = 'user' AND joins.resource_id = c.id)
          AND c.id NOT IN (${claimedByHeld.user})
        ORDER BY c.name_key, c.id LIMIT ?`)
      for (const page of pages<Row>((last) =>
        statement.all(last?.name_key ?? '', last?.current_id ?? '', pageLength),
      )) {
        yield page.flatMap((row) => {
          const current = toCurrent(row)
          return current ? [{ current, inactiveSince: row.inactive_since }] : []
        })
      }
    },
  }
}

/** True also when one side is missing, or has values that are to be left alone. */
const differs = '(d.digest IS NULL OR c.digest IS NULL OR d.digest <> c.digest)'

/** Held entries are not in here. CROSS JOIN keeps SQLite from walking the joins first and sorting all for every page. */
function pairStatement(database: Database, reach: Reach) {
  return database.prepare<[string, string, number], PairRow>(`
    SELECT d.anchor, d.name, d.name_key, d.dn, d.base_dn, d.active, d.room, d.manager_key,
      NOT ${differs} AS same_text,
      (SELECT detail FROM work.desired_details WHERE rowid = d.detail_row AND ${differs}) AS detail,
      (SELECT detail FROM work.current_details WHERE rowid = c.detail_row AND ${differs}) AS current_detail,
      link.resource_id AS link_resource, link.vanished_at,
      ${currentColumns},
      manager.anchor AS manager_anchor,
      coalesce(manager_join.resource_id, manager_link.resource_id) AS manager_resource,
      coalesce(manager_join.how = 'create', 0) AS manager_created,
      (SELECT json_group_object(attribute, value) FROM ignored_values WHERE kind = 'user' AND resource_id = c.id) AS ignored
    FROM work.desired_users AS d
    CROSS JOIN work.joins AS j ON j.kind = 'user' AND j.anchor = d.anchor AND j.how <> 'held'
    LEFT JOIN links AS link ON link.kind = 'user' AND link.anchor = d.anchor
    LEFT JOIN work.current_users AS c ON c.id = j.resource_id
    LEFT JOIN known_entries AS manager
      ON manager.dn_key = d.manager_key AND manager.kind = 'user'
      AND manager.place = (SELECT max(place) FROM known_entries WHERE dn_key = d.manager_key AND kind = 'user')
    LEFT JOIN work.joins AS manager_join ON manager_join.kind = 'user' AND manager_join.anchor = manager.anchor
    LEFT JOIN links AS manager_link
      ON manager_link.kind = 'user' AND manager_link.anchor = manager.anchor AND coalesce(manager_join.how, 'held') = 'held'
      AND (EXISTS (SELECT 1 FROM work.current_users WHERE id = manager_link.resource_id)${unlessFocused(reach, 'manager.anchor')})
    WHERE (d.name_key, d.anchor) > (?, ?) ORDER BY d.name_key, d.anchor LIMIT ?`)
}

function toPair(row: PairRow): UserPair {
  const { anchor, name, dn } = row
  const sameText = row.same_text === 1
  const equal = { uid: name, ...(row.room === 1 && { room: 'room' }) }
  const values = row.detail === null ? equal : JSON.parse(row.detail)
  const desired = { kind: 'user' as const, anchor, dn, baseDn: row.base_dn, active: row.active === 1, values }
  const link =
    row.link_resource === null
      ? null
      : {
          anchor,
          kind: 'user' as const,
          resourceId: row.link_resource,
          name,
          dn,
          baseDn: row.base_dn,
          vanishedAt: row.vanished_at,
        }
  const current = sameText ? toEqualCurrent(row) : toCurrent(row)
  return { desired, link, current, manager: managerOf(row), ignored: JSON.parse(row.ignored ?? '{}'), sameText }
}

function managerOf(row: PairRow): Reference {
  if (row.manager_key === null) return { kind: 'none' }
  if (row.manager_resource !== null) return { kind: 'resource', resourceId: row.manager_resource }
  if (row.manager_anchor !== null && row.manager_created) return { kind: 'entry', anchor: row.manager_anchor }
  return { kind: 'outside' }
}

function toCurrent(row: CurrentUserColumns): CurrentUser | null {
  if (row.current_id === null) return null
  const { values, emails } = JSON.parse(row.current_detail ?? '{}')
  return { ...currentIdentity(row, row.current_id), values, emails }
}

/** The values are known to equal the desired ones: they are not taken apart again. */
function toEqualCurrent(row: CurrentUserColumns): CurrentUser | null {
  if (row.current_id === null) return null
  const values = { uid: row.current_uid, ...(row.current_manager !== null && { manager: row.current_manager }) }
  return { ...currentIdentity(row, row.current_id), values, emails: [] }
}

function currentIdentity(row: CurrentUserColumns, id: string) {
  const active = row.current_active === 1
  return {
    kind: 'user' as const,
    id,
    version: row.current_version,
    active,
    administrator: row.current_administrator === 1,
    photo: toFoundPhoto(row.current_photo),
  }
}
