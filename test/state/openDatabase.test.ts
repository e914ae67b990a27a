import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from '../../app/state/sqlite/migrations/migrations.ts'
import { now, open } from './stateFixture.ts'
import { temporaryFolders } from './temporaryFolders.ts'

/** A folder with some runs and events in it, properly closed. */
function fill(folder: string): string {
  const state = open(folder)
  for (let count = 0; count < 50; count += 1) {
    const run = state.runs.start('full', now)
    for (let event = 0; event < 10; event += 1) {
      state.events.add([
        {
          at: now.toISOString(),
          level: 'info',
          side: 'connector',
          code: 'test',
          message: 'x'.repeat(400),
          remedy: '',
          runId: run.id,
          object: null,
        },
      ])
    }
  }
  state.close()
  return join(folder, 'state.db')
}

const damages: readonly [string, (file: string) => void][] = [
  ['garbage', (file) => writeFileSync(file, 'this is no database, and never was one. '.repeat(300))],
  ['nothing at all', (file) => truncateSync(file, 0)],
  ['half of it', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['pages of zeros', (file) => overwrite(file, 4096, Buffer.alloc(40_960))],
  ['flipped bytes', (file) => overwrite(file, 8192, flipped(file, 8192, 4096))],
]

function overwrite(file: string, position: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, position)
  closeSync(handle)
}

function flipped(file: string, position: number, length: number): Uint8Array {
  return readFileSync(file)
    .subarray(position, position + length)
    .map((byte) => byte ^ 0xff)
}

describe('the state file', () => {
  const newFolder = temporaryFolders()

  it.each(damages)('that is damaged (%s) is set aside and named, and a fresh one begins', (_, damage) => {
    const folder = newFolder()
    const file = fill(folder)
    damage(file)
    const damaged = readFileSync(file)
    let error: unknown
    try {
      open(folder)
    } catch (thrown) {
      error = thrown
    }
    const kept = join(folder, 'state.damaged-2026-01-01T00-00-00-000Z.db')
    expect(error).toMatchObject({ side: 'connector', code: 'state-damaged', message: expect.stringContaining(kept) })
    expect(readFileSync(kept).equals(damaged)).toBe(true)
    expect(existsSync(file)).toBe(false)
    const state = open(folder)
    expect(state.runs.list()).toEqual([])
    state.close()
    expect(readFileSync(kept).equals(damaged)).toBe(true)
  })

  it('that is damaged is left where it is by a reader', () => {
    const folder = newFolder()
    const file = fill(folder)
    writeFileSync(file, 'garbage'.repeat(1000))
    expect(() => open(folder, 'read')).toThrow(expect.objectContaining({ code: 'state-damaged' }))
    expect(readFileSync(file, 'utf8')).toBe('garbage'.repeat(1000))
  })

  it('of a newer version is refused, and nothing in it changes', () => {
    const folder = newFolder()
    const file = fill(folder)
    const database = new Database(file)
    database.pragma(`user_version = ${migrations.length + 1}`)
    database.pragma('journal_mode = DELETE')
    database.close()
    const [before, files] = [readFileSync(file), readdirSync(folder).sort()]
    for (const access of ['read', 'write'] as const) {
      expect(() => open(folder, access)).toThrow(
        expect.objectContaining({ side: 'connector', code: 'newer-data-folder' }),
      )
    }
    const after = new Database(file, { readonly: true })
    expect(after.pragma('user_version', { simple: true })).toBe(migrations.length + 1)
    expect(after.prepare('SELECT count(*) FROM runs').pluck().get()).toBe(50)
    after.close()
    expect(readFileSync(file).subarray(100).equals(before.subarray(100))).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(files)
  })

  it('is made in an empty folder, with every table of the present version', () => {
    const folder = newFolder()
    open(folder).close()
    const database = new Database(join(folder, 'state.db'), { readonly: true })
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length)
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
    expect(tables).toEqual(expect.arrayContaining(['links', 'runs', 'plans', 'changes', 'events', 'snapshot']))
    database.close()
  })

  it('can be read beside a process that writes, and where none was made yet', () => {
    const folder = newFolder()
    const nothing = open(folder, 'read')
    expect(nothing.runs.list()).toEqual([])
    nothing.close()
    const writer = open(folder)
    const run = writer.runs.start('full', now)
    const reader = open(folder, 'read')
    expect(reader.runs.get(run.id)).toMatchObject({ status: 'running' })
    writer.runs.end(run.id, { status: 'done', counts: null, error: null }, now)
    expect(reader.runs.get(run.id)).toMatchObject({ status: 'done' })
    reader.close()
    writer.close()
  })

  it('in a folder that is a file is told of in words', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'lock.db'), 'garbage'.repeat(1000))
    expect(() => open(folder)).toThrow(expect.objectContaining({ name: 'ConnectorError' }))
  })
})
