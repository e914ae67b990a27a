import type { Database } from 'better-sqlite3'
import type { Control, State } from '../state.ts'

const initial: Control = { mode: 'manual', pausedAt: null, attendedUntil: null }

export function controlRecords(database: Database): State['control'] {
  const get = (): Control => {
    const row = database.prepare<[], string>('SELECT control FROM control').pluck().get()
    return row === undefined ? initial : { ...initial, ...JSON.parse(row) }
  }
  return {
    get,
    save: database.transaction((changes) => {
      database.prepare('INSERT OR REPLACE INTO control VALUES (1, ?)').run(JSON.stringify({ ...get(), ...changes }))
    }),
  }
}
