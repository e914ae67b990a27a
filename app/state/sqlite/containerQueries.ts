import type { Database } from 'better-sqlite3'
import { dnKey, isAtOrBelow, parentKey } from '../../model/dn.ts'
import type { Workspace } from '../workspace.ts'
import type { Reach } from './reach.ts'

/** The containers of entries; `note` is told of every entry that is added. */
export function containerQueries(
  database: Database,
  reach: Reach,
): Pick<Workspace, 'unknownContainers' | 'addContainers'> & { note(key: string, baseDn: string): void } {
  const parents = new Map<string, string>()
  const add = database.prepare('INSERT OR REPLACE INTO work.containers VALUES (?, ?)')
  return {
    note(key, baseDn) {
      parents.set(parentKey(key), baseDn)
    },
    unknownContainers() {
      const known = database.prepare<[string], 1>('SELECT 1 FROM main.containers WHERE dn_key = ?').pluck()
      const keys = new Set<string>()
      for (const [parent, baseDn] of parents) {
        const baseKey = dnKey(baseDn)
        for (let key = parent; key !== '' && isAtOrBelow(key, baseKey) && !keys.has(key); key = parentKey(key)) {
          keys.add(key)
        }
      }
      return [...keys].filter((key) => reach.opened === 'everything' || known.get(key) === undefined)
    },
    addContainers: database.transaction((containers) => {
      for (const { anchor, dn } of containers) add.run(anchor, dnKey(dn))
    }),
  }
}
