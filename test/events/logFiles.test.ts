import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FreshEvent } from '../../app/api/service.ts'
import { logFiles } from '../../app/events/logFiles.ts'

const event = (message: string): FreshEvent => ({
  at: '2026-03-01T10:00:00.000Z',
  level: 'warning',
  side: 'store',
  code: 'rejected',
  message,
  remedy: 'Look at it.',
  runId: 7,
  object: 'anna@example.com',
})

describe('Log files', () => {
  let folder: string
  let said: jest.SpyInstance
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'connector-logs-'))
    said = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  })
  afterEach(() => {
    said.mockRestore()
    rmSync(folder, { recursive: true })
  })

  test('hold one line for each event, whatever is in it', () => {
    logFiles({ folder: join(folder, 'logs'), largestBytes: 5000, files: 2 }).write(event('two\nlines of 100 %s'))
    expect(readFileSync(join(folder, 'logs', 'connector.log'), 'utf8')).toBe(
      '2026-03-01T10:00:00.000Z warning store     rejected run 7: two lines of 100 %s (anna@example.com) → Look at it.\n',
    )
  })

  test('are put aside when they have grown, and the oldest go', () => {
    const log = logFiles({ folder, largestBytes: 1000, files: 3 })
    for (let number = 0; number < 100; number += 1) log.write(event(`number ${number}.`))
    expect(readdirSync(folder).sort()).toEqual(['connector.1.log', 'connector.2.log', 'connector.log'])
    const text = (name: string) => readFileSync(join(folder, name), 'utf8')
    const kept = ['connector.2.log', 'connector.1.log', 'connector.log'].map(text).join('')
    const numbers = [...kept.matchAll(/number (\d+)\./g)].map(([, number]) => Number(number))
    expect(numbers.at(-1)).toBe(99)
    expect(numbers).toEqual(numbers.map((_, position) => 100 - numbers.length + position))
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(1200)
  })

  test('go on where an earlier process left off', () => {
    writeFileSync(join(folder, 'connector.log'), 'before\n')
    logFiles({ folder, largestBytes: 5000, files: 2 }).write(event('now'))
    expect(readFileSync(join(folder, 'connector.log'), 'utf8')).toMatch(/^before\n2026.*now/)
  })

  test('are written wherever the process was started', () => {
    const module = pathToFileURL(join(import.meta.dirname, '../../app/events/logFiles.ts'))
    const options = { folder, largestBytes: 5000, files: 2 }
    const program = `import { logFiles } from ${JSON.stringify(module)}
      logFiles(${JSON.stringify(options)}).write(${JSON.stringify(event('elsewhere'))})`
    const node = join(import.meta.dirname, '../../node_modules/.bin/node')
    execFileSync(node, ['--input-type=module', '--eval', program], { cwd: folder })
    expect(readFileSync(join(folder, 'connector.log'), 'utf8')).toContain('elsewhere')
  })

  test('that cannot be written cost a sentence and nothing else', () => {
    mkdirSync(join(folder, 'full'))
    symlinkSync('/dev/full', join(folder, 'full', 'connector.log'))
    writeFileSync(join(folder, 'file'), '')
    for (const place of [join(folder, 'full'), join(folder, 'file', 'below')]) {
      const log = logFiles({ folder: place, largestBytes: 1000, files: 3 })
      for (let number = 0; number < 50; number += 1) log.write(event('lost'))
    }
    expect(said.mock.calls.flat().filter((line) => String(line).includes('cannot be written')).length).toBeLessThan(4)
  })
})
