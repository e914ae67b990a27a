import { constants, createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ConnectorError } from '../../app/model/error.ts'
import { planCsv } from '../../app/report/planCsv.ts'
import { planHtml } from '../../app/report/planHtml.ts'
import { planJson } from '../../app/report/planJson.ts'
import type { PlanReport } from '../../app/report/planReport.ts'
import { fileProblem } from '../../app/settings/fileProblem.ts'
import { UsageError } from './usageError.ts'

const formats = { '.csv': planCsv, '.json': planJson, '.html': planHtml } as const
export type ReportFormat = keyof typeof formats

/** The format that the ending of a file name asks for. */
export function reportFormat(file: string): ReportFormat {
  const ending = extname(file).toLowerCase()
  if (ending in formats) return ending as ReportFormat
  throw new UsageError(`--save needs a file that ends in .csv, .json or .html, not ${file}.`)
}

/** Refuses a place where no report can be written before a long run is begun. */
export async function checkReportPlace(file: string): Promise<void> {
  await access(dirname(resolve(file)), constants.W_OK).catch((cause) => {
    throw notSaved(file, cause)
  })
}

/** Writes a report beside its place first, so that no half report is ever taken for a whole one. */
export async function saveReport(report: PlanReport, file: string, format: ReportFormat): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await pipeline(Readable.from(formats[format](report)), createWriteStream(temporary))
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw notSaved(file, cause)
  }
}

function notSaved(file: string, cause: unknown): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'report-not-saved',
    message: `The report cannot be written to ${file}: ${fileProblem(cause)}.`,
    remedy: 'Name a file in a folder that exists and can be written.',
    place: file,
    cause,
  })
}
