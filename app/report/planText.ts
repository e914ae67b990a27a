import { type ChangeKind, changeKinds } from '../model/change.ts'
import { type ObjectKind, objectKinds, plural } from '../model/objectKind.ts'
import type { Counts } from '../model/plan.ts'
import { changeLines } from './changeLines.ts'
import { concernLines } from './concernLines.ts'
import { confirmedCounts } from './confirmedCounts.ts'
import { number } from './counted.ts'
import { countTables } from './countTable.ts'
import { describeOutcome, isFailure } from './describeOutcome.ts'
import { kindWords } from './kindWords.ts'
import { objectItems } from './objectItems.ts'
import { changeWord, noteWord } from './outcomeWord.ts'
import { overCaps } from './overCaps.ts'
import type { Paint } from './paint.ts'
import type { PlanReport } from './planReport.ts'
import { printable } from './printable.ts'
import { refusedPictureLines } from './refusedPictureLines.ts'
import { refusedPictures } from './refusedPictures.ts'
import { minute } from './shownTime.ts'
import { summarySentence } from './summarySentence.ts'
import { type SectionItem, textSection } from './textSection.ts'
import { textTable } from './textTable.ts'

export interface PlanTextOptions {
  /** `problems` leaves out what goes as it should: changes that did not fail, mismatched objects and notes. */
  readonly detail: 'everything' | 'problems'
  /** Lines under one heading; at least one object is shown whole, and the rest is counted. Infinity shows all. */
  readonly limit: number
  /** Puts colour codes around a text; without it there are none. */
  readonly paint?: Paint
}

/**
 * A plan for a terminal, line by line, without line ends: the summary, what halts or weakens it, the numbers, then the
 * changes and the objects that are set aside. Nothing that a directory wrote can send control codes to the terminal.
 */
export function* planText(
  report: PlanReport,
  { detail, limit, paint = unpainted }: PlanTextOptions,
): Generator<string> {
  const { header } = report
  const counts = confirmedCounts(report)
  yield paint(printable(summarySentence(header, counts, overCaps(report))), 'strong')
  yield paint(`Plan ${header.id}, made ${minute(header.createdAt)}.`, 'quiet')
  yield* concernLines(header, limit, paint)
  yield ''
  yield* countLines(counts)
  if (header.membersOutside > 0) {
    yield ''
    yield `${number(header.membersOutside)} group members lie outside the selection and are left out.`
  }
  const section = (heading: string, count: number, items: Iterable<SectionItem>) =>
    textSection({ heading, count, items, limit, paint, planId: header.id })

  const failed = objectKinds.reduce((sum, objectKind) => sum + counts[plural[objectKind]].failed, 0)
  yield* section('Failed', failed, failures(report, paint))
  yield* section('Not kept by the store', countOf(notKept(report, paint)), notKept(report, paint))
  const refused = refusedPictures(report)
  const refusedCount = refused.reduce((sum, { count }) => sum + count, 0)
  for (const objectKind of objectKinds) {
    const { heading: label } = kindWords[objectKind]
    const of = header.counts[plural[objectKind]]
    for (const kind of detail === 'everything' ? changeKinds : []) {
      const heading = `${label}: ${changeWord({ objectKind, kind }).heading.toLowerCase()}`
      yield* section(heading, of[kind], changesOf(report, { objectKind, kind }, paint))
    }
    yield* section(`${label}: conflicts`, of.conflicts, objectItems(report, { objectKind, outcome: 'conflict' }))
    const skipped = objectKind === 'avatar' ? of.skipped - refusedCount : of.skipped
    yield* section(`${label}: skipped`, skipped, objectItems(report, { objectKind, outcome: 'skipped' }))
    if (objectKind === 'avatar') yield* refusedPictureLines(refused, paint)
    if (detail === 'problems') continue
    yield* section(`${label}: mismatched`, of.mismatched, objectItems(report, { objectKind, outcome: 'mismatched' }))
  }
  if (detail === 'problems') return
  yield* section('Notes', countOf(report.notes()), noteItems(report))
}

const unpainted: Paint = (text) => text

function countLines(counts: Counts): readonly string[] {
  return countTables(counts).flatMap(({ columns, rows }, place) => {
    const lines = columns.map(({ heading, of }) => [heading, ...rows.map((row) => number(of(row.counts)))])
    return [...(place > 0 ? [''] : []), ...textTable([['', ...rows.map(({ label }) => label)], ...lines])]
  })
}

function* failures(report: PlanReport, paint: Paint): Generator<SectionItem> {
  for (const recorded of report.changes())
    if (isFailure(recorded.outcome)) yield changeLines(recorded, paint).slice(0, 2)
}

/** The store answered that all is well, and did not do all of it. */
function* notKept(report: PlanReport, paint: Paint): Generator<SectionItem> {
  if (report.header.status !== 'partly-applied') return
  for (const recorded of report.changes()) {
    const { outcome } = recorded
    if (outcome?.kind !== 'done' || outcome.ignored.length === 0) continue
    const [first = ''] = changeLines(recorded, paint)
    yield [first, `      ${printable(describeOutcome(outcome).message)}`]
  }
}

function* changesOf(
  report: PlanReport,
  { objectKind, kind }: { readonly objectKind: ObjectKind; readonly kind: ChangeKind },
  paint: Paint,
): Generator<SectionItem> {
  for (const recorded of report.changes()) {
    if (recorded.change.objectKind === objectKind && recorded.change.kind === kind) yield changeLines(recorded, paint)
  }
}

function* noteItems(report: PlanReport): Generator<SectionItem> {
  for (const { name, attribute, problem } of report.notes()) {
    const said = problem.startsWith(attribute) ? problem : `${attribute}: ${problem}`
    yield [`  ${noteWord.sign} ${noteWord.word}  ${printable(name)}  ${printable(said)}`]
  }
}

function countOf(items: Iterable<unknown>): number {
  let count = 0
  for (const _ of items) count += 1
  return count
}
