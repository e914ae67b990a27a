import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** What every run writes, whatever becomes of it. */
const runRecords = new Set(['runs', 'events', 'sqlite_sequence'])

/** Everything that a data folder holds but the records of runs, in a form that can be compared. */
export function rememberedState(dataFolder: string): object {
  const database = new Database(join(dataFolder, 'state.db'), { readonly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all()
    const kept = tables.map(String).filter((table) => !runRecords.has(table))
    return {
      files: readdirSync(dataFolder).filter((name) => !/^(lock|state)\./.test(name)),
      settings: readFileSync(join(dataFolder, 'settings.yaml'), 'utf8'),
      version: database.pragma('user_version', { simple: true }),
      tables: Object.fromEntries(kept.map((table) => [table, database.prepare(`SELECT * FROM "${table}"`).all()])),
    }
  } finally {
    database.close()
  }
}
