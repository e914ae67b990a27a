import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Event } from '../../app/model/event.ts'
import type { PlanReport } from '../../app/report/planReport.ts'
import { openState } from '../../app/state/sqlite/openState.ts'
import type { State } from '../../app/state/state.ts'
import { closeServer } from '../../main/service/closeServer.ts'
import { type OpenRecorded, serveReport } from '../../main/service/serveReport.ts'
import { waitUntil } from '../services/waitUntil.ts'

const event: Omit<Event, 'id'> = {
  at: '2026-03-01T10:00:00.000Z',
  level: 'warning',
  side: 'directory',
  code: 'size-limit',
  message: '=SUM(A1) "quoted"',
  remedy: 'Raise it.',
  runId: null,
  object: null,
}
/** More than the connection takes at once. */
const plentiful = 20_000
const long = { ...event, message: 'x'.repeat(2000) }

describe('Reports to save', () => {
  let folder: string
  let state: State
  let server: Server
  let opened: number
  let defects: string[]

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connector-report-'))
    state = openState({ folder, access: 'write', purpose: 'test', now: new Date() })
    opened = 0
    defects = []
    server = await serve(openRecorded)
  })
  afterEach(async () => {
    await closeServer(server)
    state.close()
    rmSync(folder, { recursive: true })
  })

  test('of events: a file for a spreadsheet that runs no formula', async () => {
    state.events.add([event, { ...event, level: 'info', message: 'Fine.' }])
    const answer = await get('/events.csv')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="events.csv"',
      'x-content-type-options': 'nosniff',
    })
    const lines = (await text(answer)).split('\r\n')
    expect(lines[0]).toContain('"Time","Level","Side"')
    expect(lines[1]).toContain(`"warning","directory","size-limit","'=SUM(A1) ""quoted""","Raise it."`)
    expect(lines).toHaveLength(4)
  })

  test('of events: only those that were asked for', async () => {
    const { id: runId } = state.runs.start('full', new Date())
    state.events.add([event, { ...event, level: 'info' }, { ...event, level: 'info', runId }])
    const events = async (query: string) => JSON.parse(await text(await get(`/events.json${query}`))).events
    expect(await events('')).toHaveLength(3)
    expect(await events('?level=warning')).toEqual([{ id: 1, ...event }])
    expect(await events(`?run=${runId}`)).toMatchObject([{ id: 3, runId }])
    expect(await events(`?run=${runId}&level=error`)).toEqual([])
  })

  test.each([
    '/events.html',
    '/events.json?level=loud',
    '/events.json?run=x',
    '/plans/1.pdf',
    '/plans/x.csv',
    '/plans/../events.csv.exe',
    '/',
    '//',
  ])('are not there: %s', async (path) => {
    const answer = await get(path)
    expect(answer.statusCode).toBe(404)
    expect(await text(answer)).toBe('There is no such report.')
    expect(opened).toBe(0)
  })

  test('leave the service free to write while somebody reads slowly', async () => {
    state.events.add(Array.from({ length: plentiful }, () => long))
    const answer = await get('/events.csv')
    expect(opened).toBe(1)
    state.events.add([event])
    state.control.save({ mode: 'automatic' })
    expect((await text(answer)).split('\r\n')).toHaveLength(plentiful + 2)
    await waitUntil('what was opened is closed', () => opened === 0)
  })

  test('close what they read from when nobody wants the rest', async () => {
    state.events.add(Array.from({ length: plentiful }, () => long))
    const answer = await get('/events.csv')
    expect(opened).toBe(1)
    answer.destroy()
    await waitUntil('what was opened is closed', () => opened === 0)
    expect(defects).toEqual([])
  })

  test('are cut off, not ended, when they fail halfway', async () => {
    await closeServer(server)
    const failing = function* (): Generator<Event> {
      for (let id = 1; id <= 1000; id += 1) yield { id, ...event }
      throw new Error('the disk is gone')
    }
    const plan = (): PlanReport => {
      throw new Error('nothing is stored')
    }
    server = await serve(() => ({ events: failing, plan, close: async () => {} }))
    await expect(get('/events.csv').then(text)).rejects.toThrow()
    expect(defects).toEqual(['the disk is gone'])
    const refused = await get('/plans/1.csv')
    expect(refused.statusCode).toBe(500)
    expect(await text(refused)).toBe('The report could not be made.')
  })

  function openRecorded(): ReturnType<OpenRecorded> {
    const reading = openState({ folder, access: 'read', purpose: 'report', now: new Date() })
    opened += 1
    const plan = (): PlanReport => {
      throw new Error('nothing is stored')
    }
    return {
      events: (filter) => reading.events.list(filter),
      plan,
      async close() {
        opened -= 1
        reading.close()
      },
    }
  }

  async function serve(open: OpenRecorded): Promise<Server> {
    const started = createServer((asked, response) => {
      void serveReport(asked.url ?? '', response, {
        openRecorded: open,
        defect: ({ message }) => defects.push(message),
      })
    })
    await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening))
    return started
  }

  function get(path: string): Promise<IncomingMessage> {
    const { port } = server.address() as AddressInfo
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, agent: false }, resolve).on('error', reject).end()
    })
  }
})
