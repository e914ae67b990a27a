import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/**
 * `npm run lock`, after every change of a dependency. better-sqlite3 says in its package.json that nothing is to be
 * compiled (`gypfile: false`), but npm leaves that out of the lockfile, and npm 10 reads only the lockfile: without this
 * line `npm ci` fails on every machine without a compiler.
 */
const file = resolve(import.meta.dirname, '../package-lock.json')
const lock = JSON.parse(await readFile(file, 'utf8')) as { packages: Record<string, { gypfile?: false }> }
const sqlite = lock.packages['node_modules/better-sqlite3']
if (sqlite === undefined) throw new Error('package-lock.json does not name better-sqlite3')
sqlite.gypfile = false
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`)
