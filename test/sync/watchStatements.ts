import Database from 'better-sqlite3'

/** A statement that walks a table of the state from one end to the other, and the step of its plan that says so. */
export interface Walk {
  readonly table: string
  readonly step: string
  readonly sql: string
}

interface PlanStep {
  readonly detail: string
}

/** Left out of the types of better-sqlite3. */
interface Explaining {
  explain(sql: string): readonly PlanStep[]
}

const tables = [
  ...(['snapshot', 'snapshot_members', 'links', 'changes', 'plan_objects', 'containers'] as const),
  ...(['pictures', 'sent_photos'] as const),
] as const
const explained = /^\s*(WITH|SELECT|INSERT|UPDATE|DELETE|CREATE TABLE \S+ AS)\b/i

/** Equal for nearly all rows of a table, so that looking for it is a walk. */
const tellsNobodyApart = /\((kind=\?( AND vanished_at=\?)?|vanished_at=\?)\)$/

/** Counting reads nothing but a narrow index, or a narrow table; what is cut short reads no more than that; nobody walks when no container has moved. */
const mayWalk =
  /^SELECT count\(\*\) FROM sent_photos$|^SELECT count\(\*\) AS n FROM links WHERE kind = \?|^SELECT count\(\*\) FROM \(SELECT 1 .* LIMIT \?\)$|FROM work\.moved_containers AS m\s+CROSS JOIN/

/**
 * Watches every statement that is prepared or executed until `stop`, which returns those that walk a whole table of the
 * state, whatever its size: what they cost grows with the directory.
 */
export function watchStatements(): { stop(): readonly Walk[] } {
  const { prepare, exec } = Database.prototype
  const walks: Walk[] = []
  const look = (database: Database.Database, sql: string): void => {
    if (!explained.test(sql)) return
    for (const { detail } of (database as unknown as Explaining).explain(`QUERY PLAN ${sql}`)) {
      const [, how, name = ''] = /^(SCAN|SEARCH) (?:main\.)?(\S+)/.exec(detail) ?? []
      const table = tableOf(sql, name)
      if (table === undefined || mayWalk.test(sql)) continue
      if (how === 'SCAN' || tellsNobodyApart.test(detail)) walks.push({ table, step: detail, sql: sql.trim() })
    }
  }
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    look(this, sql)
    return prepare.call(this, sql)
  } as typeof prepare
  Database.prototype.exec = function (this: Database.Database, sql: string) {
    for (const statement of sql.split(';')) {
      look(this, statement)
      exec.call(this, statement)
    }
    return this
  }
  return {
    stop() {
      Object.assign(Database.prototype, { prepare, exec })
      return walks
    },
  }
}

/** The table of the state that a step of a plan names, by itself or by an alias; undefined for all others. */
function tableOf(sql: string, name: string): (typeof tables)[number] | undefined {
  return tables.find((table) => {
    const aliases = sql.matchAll(new RegExp(`(?<!work\\.)\\b${table}\\b(?:\\s+(?:AS\\s+)?(\\w+))?`, 'gi'))
    return [...aliases].some(([, alias]) => name === table || name === alias)
  })
}
