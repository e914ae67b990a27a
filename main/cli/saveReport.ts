import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { planCsv } from '../../app/report/planCsv.ts'
import { planHtml } from '../../app/report/planHtml.ts'
import { planJson } from '../../app/report/planJson.ts'
import type { PlanReport } from '../../app/report/planReport.ts'
import { UsageError } from './usageError.ts'
import { saveWhole } from './wholeFile.ts'

const formats = { '.csv': planCsv, '.json': planJson, '.html': planHtml } as const
export type ReportFormat = keyof typeof formats

/** The format that the ending of a file name asks for. */
export function reportFormat(file: string): ReportFormat {
  const ending = extname(file).toLowerCase()
  if (ending in formats) return ending as ReportFormat
  throw new UsageError(`--save needs a file that ends in .csv, .json or .html, not ${file}.`)
}

/** Writes a report of a plan to a file. */
export async function saveReport(report: PlanReport, file: string, format: ReportFormat): Promise<void> {
  await saveWhole(file, 'report', (temporary) =>
    pipeline(Readable.from(formats[format](report)), createWriteStream(temporary)),
  )
}
