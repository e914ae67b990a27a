import type { Database } from 'better-sqlite3'
import type { Run } from '../../model/run.ts'
import type { State } from '../state.ts'
import { withEveryKind } from './withEveryKind.ts'

interface RunRow {
  readonly id: number
  readonly kind: Run['kind']
  readonly status: Run['status']
  readonly started_at: string
  readonly ended_at: string | null
  readonly plan_id: number | null
  readonly counts: string | null
  readonly error: string | null
}

export function runRecords(database: Database): State['runs'] {
  const toRun = (row: RunRow): Run => ({
    id: row.id,
    kind: row.kind,
    status: row.status,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    planId: row.plan_id,
    counts: row.counts === null ? null : withEveryKind(JSON.parse(row.counts)),
    error: row.error === null ? null : JSON.parse(row.error),
  })
  const get = (id: number): Run | null => {
    const row = database.prepare<[number], RunRow>('SELECT * FROM runs WHERE id = ?').get(id)
    return row ? toRun(row) : null
  }
  const existing = (id: number): Run => {
    const run = get(id)
    if (!run) throw new Error(`There is no run ${id}`)
    return run
  }
  return {
    start(kind, at) {
      const { lastInsertRowid } = database
        .prepare('INSERT INTO runs (kind, status, started_at) VALUES (?, ?, ?)')
        .run(kind, 'running', at.toISOString())
      return existing(Number(lastInsertRowid))
    },
    setPlan(id, planId) {
      database.prepare('UPDATE runs SET plan_id = ? WHERE id = ?').run(planId, id)
    },
    end(id, { status, counts, error }, at) {
      database
        .prepare('UPDATE runs SET status = ?, counts = ?, error = ?, ended_at = ? WHERE id = ?')
        .run(status, counts && JSON.stringify(counts), error && JSON.stringify(error), at.toISOString(), id)
      return existing(id)
    },
    get,
    list: (limit = -1) =>
      database.prepare<[number], RunRow>('SELECT * FROM runs ORDER BY id DESC LIMIT ?').all(limit).map(toRun),
    closeInterrupted(at) {
      const statement = database.prepare(
        "UPDATE runs SET status = 'interrupted', ended_at = ? WHERE status = 'running'",
      )
      return statement.run(at.toISOString()).changes
    },
  }
}
