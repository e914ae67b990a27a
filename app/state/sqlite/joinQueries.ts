import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { EmailCandidate, JoinFacts, Owner } from '../../plan/planningData.ts'
import type { Workspace } from '../workspace.ts'
import { pageLength, pages } from './pages.ts'
import { wantedDigest } from './wantedDigest.ts'
import { afterJoining } from './workspaceTables.ts'

interface JoinRow {
  readonly anchor: string
  readonly name: string
  readonly name_key: string
  readonly room: 0 | 1
  readonly link_resource: string | null
  readonly link_present: 0 | 1
  readonly conflict: string | null
  readonly same_name: string | null
  readonly owner_dn: string | null
  readonly owner_mapped: 0 | 1
  readonly owner_selected: 0 | 1
}

const tables = {
  user: { desired: 'desired_users', current: 'current_users' },
  group: { desired: 'desired_groups', current: 'current_groups' },
  contact: { desired: 'desired_contacts', current: 'current_contacts' },
} as const

/** What the links and the store know about each desired object, in the order of names. */
export function joinQueries(database: Database): Pick<Workspace, 'joinFacts' | 'saveJoins' | 'wantedDigest'> {
  const addJoin = database.prepare('INSERT INTO work.joins VALUES (?, ?, ?, ?)')
  const hold = {
    user: holdStatement(database, 'user'),
    group: holdStatement(database, 'group'),
    contact: holdStatement(database, 'contact'),
  }
  return {
    wantedDigest: (kind, anchor) => wantedDigest(database, kind, anchor),
    *joinFacts(kind) {
      const statement = factsStatement(database, kind)
      const otherDns = otherDnsStatement(database, kind)
      const sameEmail = sameEmailStatement(database)
      const toFacts = (row: JoinRow): JoinFacts => {
        const linked = row.link_resource !== null && row.link_present === 1
        const byEmail = kind === 'user' && !linked && row.same_name === null && row.conflict === null
        return {
          anchor: row.anchor,
          objectKind: row.room === 1 ? 'room' : kind,
          name: row.name,
          link: row.link_resource === null ? null : { resourceId: row.link_resource, present: linked },
          conflict:
            row.conflict === null ? null : { value: row.conflict, otherDns: otherDns.all(row.conflict, row.anchor) },
          sameName: row.same_name === null ? null : { resourceId: row.same_name, owner: ownerOf(row) },
          sameEmail: byEmail ? sameEmail.all(row.anchor, row.name_key) : [],
        }
      }
      const read = (last: JoinRow | null) => statement.all(last?.name_key ?? '', last?.anchor ?? '', pageLength)
      for (const page of pages<JoinRow>(read)) yield page.map(toFacts)
      database.exec(afterJoining)
    },
    saveJoins: database.transaction((kind: EntryKind, joins: Parameters<Workspace['saveJoins']>[1]) => {
      for (const { anchor, join } of joins) {
        addJoin.run(kind, anchor, join.kind, join.kind === 'joined' ? join.resourceId : null)
        if (join.kind === 'held') hold[kind].run(join.outcome, JSON.stringify(join.reason), anchor)
      }
    }),
  }
}

function ownerOf(row: JoinRow): Owner {
  if (row.owner_dn === null) return { kind: 'nobody' }
  if (row.owner_mapped) return { kind: 'mapped-entry', dn: row.owner_dn }
  return { kind: row.owner_selected ? 'held-entry' : 'vanished-entry', dn: row.owner_dn }
}

/** A mapped owner never has the same name now: that would have been a conflict. */
function factsStatement(database: Database, kind: 'user' | 'group') {
  const { desired, current } = tables[kind]
  return database.prepare<[string, string, number], JoinRow>(`
    SELECT d.anchor, d.name, d.name_key, ${kind === 'user' ? 'd.room' : '0 AS room'},
      link.resource_id AS link_resource, linked.id IS NOT NULL AS link_present,
      conflicts.value AS conflict,
      same.id AS same_name, owner.dn AS owner_dn,
      mapped.anchor IS NOT NULL AND owner_conflict.anchor IS NULL AS owner_mapped,
      selected.anchor IS NOT NULL AS owner_selected
    FROM work.${desired} AS d
    LEFT JOIN links AS link ON link.kind = '${kind}' AND link.anchor = d.anchor
    LEFT JOIN work.${current} AS linked ON linked.id = link.resource_id
    LEFT JOIN work.conflicts ON conflicts.kind = '${kind}' AND conflicts.anchor = d.anchor
    LEFT JOIN work.${current} AS same
      ON same.id = (SELECT id FROM work.${current} WHERE name_key = d.name_key ORDER BY id LIMIT 1)
    LEFT JOIN links AS owner ON owner.kind = '${kind}' AND owner.resource_id = same.id AND owner.anchor <> d.anchor
    LEFT JOIN work.${desired} AS mapped ON mapped.anchor = owner.anchor
    LEFT JOIN work.conflicts AS owner_conflict ON owner_conflict.kind = '${kind}' AND owner_conflict.anchor = owner.anchor
    LEFT JOIN work.entries AS selected ON selected.anchor = owner.anchor AND selected.kind = owner.kind
    WHERE (d.name_key, d.anchor) > (?, ?) ORDER BY d.name_key, d.anchor LIMIT ?`)
}

function otherDnsStatement(database: Database, kind: EntryKind) {
  return database
    .prepare<[string, string], string>(
      `SELECT dn FROM work.names JOIN work.${tables[kind].desired} USING (anchor)
       WHERE names.kind = '${kind}' AND value = ? AND anchor <> ? ORDER BY dn LIMIT 10`,
    )
    .pluck()
}

/** A resource that carries somebody else's desired uid is left to that somebody. Who has a resource by link or name is no rival. */
function sameEmailStatement(database: Database) {
  return database.prepare<[string, string], EmailCandidate>(
    `SELECT current_users.id AS resourceId,
       (SELECT min(rival.dn) FROM work.current_emails AS other JOIN work.desired_users AS rival ON rival.name_key = other.email_key
        LEFT JOIN links ON links.kind = 'user' AND links.anchor = rival.anchor
        WHERE other.id = current_users.id AND rival.anchor <> ?
          AND NOT EXISTS (SELECT 1 FROM work.current_users AS own WHERE own.id = links.resource_id)
          AND NOT EXISTS (SELECT 1 FROM work.current_users AS own WHERE own.name_key = rival.name_key)) AS rivalDn
     FROM work.current_emails AS mine JOIN work.current_users USING (id)
     WHERE mine.email_key = ?
       AND NOT EXISTS (SELECT 1 FROM links WHERE kind = 'user' AND resource_id = current_users.id)
       AND NOT EXISTS (SELECT 1 FROM work.desired_users AS d WHERE d.name_key = current_users.name_key)
     ORDER BY current_users.id LIMIT 10`,
  )
}

function holdStatement(database: Database, kind: EntryKind) {
  return database.prepare(
    `INSERT INTO work.held
       SELECT anchor, '${kind}', ${kind === 'user' ? "iif(room, 'room', 'user')" : `'${kind}'`}, ?, name, dn, ?
       FROM work.${tables[kind].desired} WHERE anchor = ?`,
  )
}
