import type { Database } from 'better-sqlite3'
import type { ChangeKind } from '../../model/change.ts'
import type { ObjectKind } from '../../model/objectKind.ts'
import type { SetAside } from '../../model/setAside.ts'
import type { State } from '../state.ts'

interface SetAsideRow extends Pick<SetAside, 'key' | 'name' | 'digest' | 'code' | 'message' | 'remedy' | 'attempts'> {
  readonly object_kind: ObjectKind
  readonly change: ChangeKind
  readonly first_failed_at: string
  readonly next_try_at: string
}

export function setAsideRecords(database: Database): State['setAside'] {
  return {
    list: () =>
      database
        .prepare<[], SetAsideRow>('SELECT * FROM set_aside ORDER BY next_try_at, object_kind DESC, name')
        .all()
        .map(({ object_kind, first_failed_at, next_try_at, ...row }) => ({
          ...row,
          objectKind: object_kind,
          firstFailedAt: first_failed_at,
          nextTryAt: next_try_at,
        })),
    retry(name, at) {
      const due = at.toISOString()
      const where = name === 'all' ? '' : 'WHERE name = ? COLLATE NOCASE'
      return database.prepare(`UPDATE set_aside SET next_try_at = ? ${where}`).run(due, ...(where ? [name] : []))
        .changes
    },
  }
}
