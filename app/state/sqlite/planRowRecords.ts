import type { Database, Statement } from 'better-sqlite3'
import { assertNever } from '../../model/assertNever.ts'
import { changeKinds } from '../../model/change.ts'
import type { ObjectKind } from '../../model/objectKind.ts'
import { nameEnd, type PlanPart, type State } from '../state.ts'
import { type ChangeRow, type NoteRow, type ObjectRow, toNote, toObject, toRecordedChange } from './planRecords.ts'

/** Where the rows of a part are; what is compared stands in an index of each table. */
interface Place {
  readonly table: 'changes' | 'plan_objects' | 'plan_notes'
  readonly key: 'position' | 'rowid'
  /** Takes the id of the plan and the kind of object. */
  readonly where: string
}

/** Rows are asked for one by one: each question is prepared once, not for every row. */
export function planRowRecords(database: Database): State['planRows'] {
  const statements = new Map<string, Statement<unknown[], unknown>>()
  const asked = <Values extends unknown[], Row>(sql: string): Statement<Values, Row> => {
    const statement = statements.get(sql) ?? database.prepare<unknown[], unknown>(sql)
    statements.set(sql, statement)
    return statement as Statement<Values, Row>
  }
  return {
    count(planId, objectKind, part) {
      const { table, where } = placeOf(part)
      const sql = `SELECT count(*) AS count FROM ${table} WHERE ${where}`
      return asked<[number, ObjectKind], { readonly count: number }>(sql).get(planId, objectKind)?.count ?? 0
    },
    keys(planId, objectKind, part) {
      const { table, key, where } = placeOf(part)
      const sql = `SELECT ${key} FROM ${table} WHERE ${where}`
      return Float64Array.from(asked<[number, ObjectKind], number>(sql).pluck().all(planId, objectKind)).sort()
    },
    names(planId, objectKind, part) {
      const { table, key, where } = placeOf(part)
      const known = `name || '${nameEnd}' || coalesce(dn, '')`
      const sql = `SELECT ${known} FROM ${table} WHERE ${where} ORDER BY ${key}`
      return asked<[number, ObjectKind], string>(sql).pluck().all(planId, objectKind)
    },
    change(planId, position) {
      const sql = 'SELECT * FROM changes WHERE plan_id = ? AND position = ?'
      const row = asked<[number, number], ChangeRow>(sql).get(planId, position)
      return row ? toRecordedChange(row) : null
    },
    object(planId, key) {
      const sql = 'SELECT rowid, * FROM plan_objects WHERE plan_id = ? AND rowid = ?'
      const row = asked<[number, number], ObjectRow>(sql).get(planId, key)
      return row ? toObject(row) : null
    },
    note(planId, key) {
      const row = asked<[number, number], NoteRow>('SELECT * FROM plan_notes WHERE plan_id = ? AND rowid = ?').get(
        planId,
        key,
      )
      return row ? toNote(row) : null
    },
    notesOf(planId, { objectKind, name, dn }) {
      const sql =
        'SELECT * FROM plan_notes WHERE plan_id = ? AND object_kind = ? AND name = ? AND dn IS ? ORDER BY rowid'
      return asked<[number, ObjectKind, string, string | null], NoteRow>(sql)
        .all(planId, objectKind, name, dn)
        .map(toNote)
    },
    countDone(planId, objectKind, kind) {
      const sql = `SELECT count(*) AS count FROM changes
        WHERE plan_id = ? AND object_kind = ? AND kind = ? AND outcome ->> 'kind' = 'done'`
      const values = [planId, objectKind, kind] as const
      return asked<[number, ObjectKind, string], { readonly count: number }>(sql).get(...values)?.count ?? 0
    },
  }
}

function placeOf(part: PlanPart): Place {
  const changesOf = (kinds: readonly string[]): Place => {
    const list = kinds.map((kind) => `'${kind}'`).join(', ')
    return { table: 'changes', key: 'position', where: `plan_id = ? AND object_kind = ? AND kind IN (${list})` }
  }
  switch (part.kind) {
    case 'changes':
      return changesOf(part.kinds)
    case 'failed': {
      const all = changesOf(changeKinds)
      return { ...all, where: `${all.where} AND outcome ->> 'kind' = 'failed'` }
    }
    case 'objects':
      return {
        table: 'plan_objects',
        key: 'rowid',
        where: `plan_id = ? AND object_kind = ? AND outcome = '${part.outcome}'`,
      }
    case 'notes':
      return { table: 'plan_notes', key: 'rowid', where: 'plan_id = ? AND object_kind = ?' }
    default:
      return assertNever(part)
  }
}
