import type { Database } from 'better-sqlite3'
import { type Change, type ChangeKind, changeKinds, type Outcome } from '../../model/change.ts'
import { type ObjectKind, objectKinds } from '../../model/objectKind.ts'
import type { ObjectOutcome, PlanHeader, PlanNote, PlanObject, PlanStatus } from '../../model/plan.ts'
import type { RunStatus } from '../../model/run.ts'
import type { PlanItem, UnplacedChange } from '../../plan/planItem.ts'
import type { PlanDifference, RecordedChange, State } from '../state.ts'
import { outcomeRecords } from './outcomeRecords.ts'
import { pageLength, pages } from './pages.ts'
import { withEveryKind } from './withEveryKind.ts'

interface PlanRow {
  readonly id: number
  readonly run_id: number
  readonly status: PlanStatus
  readonly header: string
}

export interface ChangeRow {
  readonly plan_id: number
  readonly position: number
  readonly kind: ChangeKind
  readonly object_kind: ObjectKind
  readonly name: string
  readonly dn: string | null
  readonly anchor: string | null
  readonly resource_id: string | null
  readonly detail: string
  readonly outcome: string | null
}

export interface ObjectRow {
  readonly rowid: number
  readonly outcome: ObjectOutcome
  readonly object_kind: ObjectKind
  readonly name: string
  readonly dn: string | null
  readonly anchor: string | null
  readonly resource_id: string | null
  readonly reason: string
}

export interface NoteRow extends Omit<PlanNote, 'objectKind'> {
  readonly object_kind: ObjectKind
}

/**
 * How many plans keep the list of their matched objects; older ones keep only the number. The lists of others go when a
 * plan of everything is saved, which takes its time anyway: the next small plan does not pay for the last large one.
 */
const plansWithMatchedObjects = 3

export function planRecords(database: Database): State['plans'] {
  return {
    save: (runId, items, header) => savePlan(database, runId, items, header),
    get(id) {
      const row = database.prepare<[number], PlanRow>('SELECT * FROM plans WHERE id = ?').get(id)
      return row ? toHeader(row) : null
    },
    list: (limit = -1) =>
      database.prepare<[number], PlanRow>('SELECT * FROM plans ORDER BY id DESC LIMIT ?').all(limit).map(toHeader),
    setStatus(id, status) {
      database.prepare('UPDATE plans SET status = ? WHERE id = ?').run(status, id)
    },
    discard: database.transaction((id: number) => {
      for (const table of ['changes', 'plan_objects', 'plan_notes']) {
        database.prepare(`DELETE FROM ${table} WHERE plan_id = ?`).run(id)
      }
      database.prepare('DELETE FROM plans WHERE id = ?').run(id)
    }),
    difference: (before, after) => ({
      added: onlyIn(database, after, before),
      gone: onlyIn(database, before, after),
    }),
    *changes(id, filter) {
      const positions = database
        .prepare<[number, number, string, string, number], number>(
          `SELECT position FROM changes WHERE plan_id = ? AND position > ?
             AND object_kind IN (SELECT value FROM json_each(?)) AND kind IN (SELECT value FROM json_each(?))
           ORDER BY position LIMIT ?`,
        )
        .pluck()
      // One by one, since a group can have tens of thousands of members.
      const change = database.prepare<[number, number], ChangeRow>(
        'SELECT * FROM changes WHERE plan_id = ? AND position = ?',
      )
      const chosen = JSON.stringify(filter?.objectKinds ?? objectKinds)
      const kinds = JSON.stringify(filter?.kinds ?? changeKinds)
      const read = (last: number | null) => positions.all(id, last ?? 0, chosen, kinds, pageLength)
      for (const page of pages<number>(read)) {
        for (const position of page) {
          const row = change.get(id, position)
          if (row) yield toRecordedChange(row)
        }
      }
    },
    openCreations: () =>
      database
        .prepare<[], ChangeRow>(
          `SELECT * FROM changes INDEXED BY changes_open WHERE kind = 'create' AND object_kind <> 'avatar'
             AND (outcome IS NULL OR outcome ->> 'code' IN ('unavailable', 'unexpected'))
             AND plan_id IN (SELECT plans.id FROM runs JOIN plans ON plans.id = runs.plan_id
               WHERE runs.kind <> 'dry-run' AND plans.status IN ('applied', 'partly-applied')
                 AND runs.id >= (SELECT runs.id FROM runs JOIN plans ON plans.id = runs.plan_id
                   WHERE runs.kind <> 'dry-run' AND plans.status IN ('applied', 'partly-applied')
                     AND coalesce(header ->> '$.basis.kind', 'full') NOT IN ('undo', 'only')
                   ORDER BY runs.id DESC LIMIT 1))
           ORDER BY plan_id, position`,
        )
        .all()
        .map((row) => ({ planId: row.plan_id, change: toRecordedChange(row).change })),
    unsettled() {
      const last = database
        .prepare<[], { readonly id: number; readonly status: RunStatus }>(
          `SELECT plans.id, runs.status FROM runs JOIN plans ON plans.id = runs.plan_id
           WHERE runs.kind <> 'dry-run' AND plans.status IN ('applied', 'partly-applied')
             AND coalesce(header ->> '$.basis.kind', 'full') NOT IN ('undo', 'only')
           ORDER BY runs.id DESC LIMIT 1`,
        )
        .get()
      if (last === undefined || !['running', 'interrupted', 'failed'].includes(last.status)) return null
      // Groups are recorded as done before their members are written, users before a manager who had to be created.
      return database
        .prepare<[number], string>(
          `SELECT DISTINCT anchor FROM changes WHERE plan_id = ? AND anchor IS NOT NULL
             AND (outcome IS NULL OR outcome ->> 'kind' <> 'done' OR object_kind = 'group' OR detail LIKE '%"entry:%')
           ORDER BY anchor`,
        )
        .pluck()
        .all(last.id)
    },
    changedBeside: () =>
      database
        .prepare<[], string>(
          `WITH applied AS (
             SELECT runs.id AS run, plans.id AS plan, coalesce(header ->> '$.basis.kind', 'full') AS basis,
               header ->> '$.complete' AS complete
             FROM runs JOIN plans ON plans.id = runs.plan_id
             WHERE runs.kind <> 'dry-run' AND plans.status IN ('applied', 'partly-applied')),
           beside AS (
             SELECT plan FROM applied WHERE (basis = 'only' OR (complete = 0 AND basis <> 'undo'))
               AND run > coalesce((SELECT max(run) FROM applied WHERE basis NOT IN ('only', 'undo') AND complete = 1), 0))
           SELECT DISTINCT anchor FROM beside CROSS JOIN changes ON changes.plan_id = beside.plan
           WHERE anchor IS NOT NULL AND outcome IS NOT NULL ORDER BY anchor`,
        )
        .pluck()
        .all(),
    *objects(id, outcome) {
      const statement = database.prepare<[number, string | null, string | null, number, number], ObjectRow>(
        `SELECT rowid, * FROM plan_objects
         WHERE plan_id = ? AND (? IS NULL OR outcome = ?) AND rowid > ? ORDER BY rowid LIMIT ?`,
      )
      const read = (last: ObjectRow | null) =>
        statement.all(id, outcome ?? null, outcome ?? null, last?.rowid ?? 0, pageLength)
      for (const page of pages<ObjectRow>(read)) yield* page.map(toObject)
    },
    *notes(id) {
      const statement = database.prepare<[number], NoteRow>('SELECT * FROM plan_notes WHERE plan_id = ? ORDER BY rowid')
      for (const row of statement.iterate(id)) yield toNote(row)
    },
    historyOf(who) {
      const rows = database
        .prepare<[string, string], ChangeRow & { readonly run_id: number }>(
          `SELECT changes.*, plans.run_id FROM changes JOIN plans ON plans.id = plan_id
           WHERE anchor = ? OR name = ? COLLATE NOCASE
           ORDER BY plan_id DESC, position LIMIT 20`,
        )
        .all(who, who)
      return rows.map((row) => ({ ...toRecordedChange(row), planId: row.plan_id, runId: row.run_id }))
    },
    saveOutcomes: outcomeRecords(database),
  }
}

function savePlan(
  database: Database,
  runId: number,
  items: Iterable<PlanItem>,
  header: () => Omit<PlanHeader, 'id' | 'runId'>,
): number {
  const insertChange = database.prepare(
    `INSERT INTO changes (plan_id, position, kind, object_kind, name, dn, anchor, resource_id, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertObject = database.prepare('INSERT INTO plan_objects VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const insertNote = database.prepare('INSERT INTO plan_notes VALUES (?, ?, ?, ?, ?, ?)')
  const save = database.transaction(() => {
    const { lastInsertRowid } = database
      .prepare("INSERT INTO plans (run_id, created_at, status, digest, header) VALUES (?, '', '', '', '')")
      .run(runId)
    const id = Number(lastInsertRowid)
    let position = 0
    for (const item of items) {
      if (item.kind === 'change') {
        position += 1
        const { kind, objectKind, name, dn, anchor, resourceId } = item.change
        insertChange.run(id, position, kind, objectKind, name, dn, anchor, resourceId, detailOf(item.change))
      } else if (item.kind === 'object') {
        const { outcome, objectKind, name, dn, anchor, resourceId, reason } = item.object
        insertObject.run(id, outcome, objectKind, name, dn, anchor, resourceId, JSON.stringify(reason))
      } else {
        const { objectKind, name, dn, attribute, problem } = item.note
        insertNote.run(id, objectKind, name, dn, attribute, problem)
      }
    }
    const { createdAt, status, digest, ...rest } = header()
    const isOfEverything = rest.basis.kind === 'full'
    database
      .prepare('UPDATE plans SET created_at = ?, status = ?, digest = ?, header = ? WHERE id = ?')
      .run(createdAt, status, digest, JSON.stringify({ createdAt, digest, ...rest }), id)
    if (isOfEverything) {
      database
        .prepare("DELETE FROM plan_objects WHERE outcome = 'matched' AND plan_id <= ?")
        .run(id - plansWithMatchedObjects)
    }
    return id
  })
  return save()
}

function onlyIn(database: Database, plan: number, other: number): PlanDifference['added'] {
  const names = database
    .prepare<[number, number], string>(
      `SELECT name FROM (
         SELECT object_kind, kind, anchor, name, resource_id, detail FROM changes WHERE plan_id = ?
         EXCEPT SELECT object_kind, kind, anchor, name, resource_id, detail FROM changes WHERE plan_id = ?)
       ORDER BY name`,
    )
    .pluck()
    .all(plan, other)
  return { count: names.length, names: names.slice(0, 5) }
}

function detailOf({ baseDn, before, after, managerNames, members, reason }: UnplacedChange): string {
  return JSON.stringify({ baseDn, before, after, managerNames, members, reason })
}

function toHeader(row: PlanRow): PlanHeader {
  const header = JSON.parse(row.header)
  const counts = withEveryKind(header.counts)
  return { basis: { kind: 'full' }, ...header, counts, id: row.id, runId: row.run_id, status: row.status }
}

export function toRecordedChange(row: ChangeRow): RecordedChange {
  const detail: Pick<Change, 'baseDn' | 'before' | 'after' | 'managerNames' | 'members' | 'reason'> = JSON.parse(
    row.detail,
  )
  const outcome: Outcome | null = row.outcome === null ? null : JSON.parse(row.outcome)
  const { position, kind, name, dn, anchor } = row
  const identity = { position, kind, objectKind: row.object_kind, name, dn, anchor, resourceId: row.resource_id }
  return { change: { ...identity, version: null, ...detail }, outcome }
}

export function toObject(row: ObjectRow): PlanObject {
  const { outcome, name, dn, anchor } = row
  const identity = { objectKind: row.object_kind, name, dn, anchor, resourceId: row.resource_id }
  return { outcome, ...identity, reason: JSON.parse(row.reason) }
}

export function toNote({ object_kind, name, dn, attribute, problem }: NoteRow): PlanNote {
  return { objectKind: object_kind, name, dn, attribute, problem }
}
