import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Connector } from '../../app/api/connector.ts'
import { ConnectorError } from '../../app/model/error.ts'
import { type EventLevel, eventLevels } from '../../app/model/event.ts'
import { eventsCsv } from '../../app/report/eventsCsv.ts'
import { eventsJson } from '../../app/report/eventsJson.ts'
import { planCsv } from '../../app/report/planCsv.ts'
import { planHtml } from '../../app/report/planHtml.ts'
import { planJson } from '../../app/report/planJson.ts'

/**
 * Opens what is recorded for reading, on a connection of its own: a download lasts as long as its reader likes, and
 * nothing is written on a connection that is being read.
 */
export type OpenRecorded = () => Pick<Connector, 'plan' | 'events' | 'close'>

export interface ServeReportOptions {
  readonly openRecorded: OpenRecorded
  defect(error: Error): void
}

interface Report {
  readonly name: string
  pieces(recorded: ReturnType<OpenRecorded>): Iterable<string>
}

const types = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const
type Format = keyof typeof types

const planReports = { csv: planCsv, json: planJson, html: planHtml } as const
const eventReports = { csv: eventsCsv, json: eventsJson } as const

/**
 * Streams a report as a file to save: `/plans/12.csv` (json, html), `/events.csv` (json) with `?level=warning` and
 * `?run=12` to have some events only. 404 for anything else, and for what is not recorded.
 */
export async function serveReport(
  path: string,
  response: ServerResponse,
  { openRecorded, defect }: ServeReportOptions,
): Promise<void> {
  const refuse = (status: number, text: string) =>
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
  const report = findReport(path)
  if (report === undefined) return void refuse(404, 'There is no such report.')
  let recorded: ReturnType<OpenRecorded> | undefined
  try {
    recorded = openRecorded()
    const pieces = report.pieces(recorded)[Symbol.iterator]()
    // What fails at once is told; later the file has begun, and can only be cut off.
    const first = pieces.next()
    response.writeHead(200, {
      'content-type': types[formatOf(report.name)],
      'content-disposition': `attachment; filename="${report.name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    await pipeline(Readable.from(startingWith(first, pieces)), response)
  } catch (error) {
    if (!response.headersSent) refuse(error instanceof ConnectorError ? 404 : 500, messageOf(error))
    else response.destroy()
    if (error instanceof Error && !(error instanceof ConnectorError) && !isPrematureClose(error)) defect(error)
  } finally {
    await recorded?.close()
  }
}

function findReport(path: string): Report | undefined {
  if (!URL.canParse(path, 'http://localhost')) return undefined
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  const [, id, planFormat] = /^\/plans\/(\d{1,15})\.(csv|json|html)$/.exec(pathname) ?? []
  if (id !== undefined) {
    const format = planFormat as Format
    return { name: `plan-${id}.${format}`, pieces: (recorded) => planReports[format](recorded.plan(Number(id))) }
  }
  const [, eventFormat] = /^\/events\.(csv|json)$/.exec(pathname) ?? []
  const level = searchParams.get('level')
  const run = searchParams.get('run')
  if (eventFormat === undefined || (level !== null && !isLevel(level)) || (run !== null && !/^\d{1,15}$/.test(run)))
    return undefined
  const format = eventFormat as keyof typeof eventReports
  const filter = { ...(level !== null && { level }), ...(run !== null && { runId: Number(run) }) }
  return { name: `events.${format}`, pieces: (recorded) => eventReports[format](recorded.events(filter)) }
}

function isLevel(text: string): text is EventLevel {
  return eventLevels.some((level) => level === text)
}

function formatOf(name: string): Format {
  return name.slice(name.lastIndexOf('.') + 1) as Format
}

function* startingWith<Value>(first: IteratorResult<Value>, rest: Iterator<Value>): Generator<Value> {
  try {
    for (let each = first; each.done !== true; each = rest.next()) yield each.value
  } finally {
    rest.return?.()
  }
}

/** Whoever saved the file has had enough. */
function isPrematureClose(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET' || error.code === 'EPIPE'
}

function messageOf(error: unknown): string {
  return error instanceof ConnectorError ? `${error.message} ${error.remedy}` : 'The report could not be made.'
}
