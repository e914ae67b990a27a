import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { ObjectKind } from '../../model/objectKind.ts'
import type { PlanNote } from '../../model/plan.ts'
import { uidKey } from '../../model/uidKey.ts'
import type { HeldEntry } from '../../plan/planningData.ts'
import type { Workspace } from '../workspace.ts'
import { pageLength, pages } from './pages.ts'
import type { Reach } from './reach.ts'

interface HeldRow extends Omit<HeldEntry, 'reason' | 'objectKind'> {
  readonly rowid: number
  readonly object_kind: ObjectKind
  readonly reason: string
}

interface NoteRow extends Omit<PlanNote, 'objectKind'> {
  readonly rowid: number
  readonly object_kind: ObjectKind
}

type HeldQueries = Pick<
  Workspace,
  'heldEntries' | 'notes' | 'membersOutside' | 'emptiedBases' | 'version' | 'unlinkedResources'
>

/** What is held back, noted, or missing. */
export function heldQueries(database: Database, kinds: readonly EntryKind[], reach: Reach): HeldQueries {
  const kindList = kinds.map((kind) => `'${kind}'`).join(', ')
  const versions = {
    user: versionIn(database, 'current_users'),
    group: versionIn(database, 'current_groups'),
    contact: versionIn(database, 'current_contacts'),
  }
  const unlinked = {
    user: unlinkedIn(database, 'current_users'),
    group: unlinkedIn(database, 'current_groups'),
    contact: unlinkedIn(database, 'current_contacts'),
  }
  return {
    *heldEntries(kind) {
      const statement = database.prepare<[string, string, string, number], HeldRow>(
        'SELECT * FROM work.held WHERE kind = ? AND (name, anchor) > (?, ?) ORDER BY name, anchor LIMIT ?',
      )
      const read = (last: HeldRow | null) => statement.all(kind, last?.name ?? '', last?.anchor ?? '', pageLength)
      for (const page of pages<HeldRow>(read)) yield page.map(toHeld)
    },
    *notes() {
      const statement = database.prepare<[number, number], NoteRow>(
        'SELECT rowid, * FROM work.notes WHERE rowid > ? ORDER BY rowid LIMIT ?',
      )
      for (const page of pages<NoteRow>((last) => statement.all(last?.rowid ?? 0, pageLength))) {
        yield page.map(({ object_kind, name, dn, attribute, problem }) => ({
          objectKind: object_kind,
          name,
          dn,
          attribute,
          problem,
        }))
      }
    },
    membersOutside() {
      const statement = database.prepare<[], { n: number }>(
        `SELECT count(DISTINCT member_key) AS n FROM work.group_members
         WHERE NOT EXISTS (SELECT 1 FROM known_entries AS e WHERE e.dn_key = member_key AND e.kind IN ('user', 'group'))`,
      )
      return statement.get()?.n ?? 0
    },
    emptiedBases(baseDns) {
      const asked = reach.of === 'focus' ? baseDns.filter(isEmptied(database)) : baseDns
      if (asked.length === 0) return []
      const statement = database.prepare<[string], { baseDn: string; linked: number }>(
        `SELECT base_dn AS baseDn, count(*) AS linked FROM links
         WHERE vanished_at IS NULL AND base_dn IN (SELECT value FROM json_each(?)) AND kind IN (${kindList})
           AND base_dn NOT IN (SELECT DISTINCT base_dn FROM work.entries)
           AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = links.anchor)
         GROUP BY base_dn ORDER BY base_dn`,
      )
      return statement.all(JSON.stringify(asked))
    },
    unlinkedResources: (kind, name) => unlinked[kind].all(uidKey(name), kind),
    version: (kind, resourceId) => versions[kind].get(resourceId) ?? null,
  }
}

function toHeld({ kind, object_kind: objectKind, outcome, anchor, name, dn, reason }: HeldRow): HeldEntry {
  return { kind, objectKind, outcome, anchor, name, dn, reason: JSON.parse(reason) }
}

type CurrentTable = 'current_users' | 'current_groups' | 'current_contacts'

function versionIn(database: Database, table: CurrentTable) {
  return database.prepare<[string], string | null>(`SELECT version FROM work.${table} WHERE id = ?`).pluck()
}

function unlinkedIn(database: Database, table: CurrentTable) {
  return database
    .prepare<[string, string], string>(
      `SELECT id FROM work.${table} AS c WHERE ${table === 'current_contacts' ? '? IN (name_key, email_key)' : 'name_key = ?'}
         AND NOT EXISTS (SELECT 1 FROM links WHERE links.kind = ? AND links.resource_id = c.id) ORDER BY id`,
    )
    .pluck()
}

/** Whether nobody of the focus, and nobody of the others, is below a base now. */
function isEmptied(database: Database): (baseDn: string) => boolean {
  const someone = database.prepare<[string, string], 1>(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM work.entries WHERE base_dn = ?) OR EXISTS (
       SELECT 1 FROM main.snapshot AS s WHERE s.base_dn = ? AND s.anchor NOT IN (SELECT anchor FROM work.focus))`,
  )
  return (baseDn) => someone.get(baseDn, baseDn) === undefined
}
