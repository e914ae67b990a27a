import { type ChangeKind, changeKinds } from '../model/change.ts'
import { type EntryKind, entryKinds } from '../model/entry.ts'
import type { Counts, ObjectOutcome } from '../model/plan.ts'
import { changeLines } from './changeLines.ts'
import { concernLines } from './concernLines.ts'
import { confirmedCounts } from './confirmedCounts.ts'
import { number } from './counted.ts'
import { countColumns, countRows } from './countTable.ts'
import { describeObjectReason } from './describeObjectReason.ts'
import { describeOutcome, isFailure } from './describeOutcome.ts'
import { changeWords, noteWord, objectWords } from './outcomeWord.ts'
import type { Paint } from './paint.ts'
import type { PlanReport } from './planReport.ts'
import { printable } from './printable.ts'
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
  yield paint(summarySentence(header, counts), 'strong')
  yield paint(`Plan ${header.id}, made ${minute(header.createdAt)}.`, 'quiet')
  yield* concernLines(header, limit, paint)
  yield ''
  yield* countLines(counts)
  if (header.membersOutside > 0) {
    yield `${number(header.membersOutside)} group members lie outside the selection and are left out.`
  }
  const section = (heading: string, count: number, items: Iterable<SectionItem>) =>
    textSection({ heading, count, items, limit, paint, planId: header.id })

  yield* section('Failed', counts.users.failed + counts.groups.failed, failures(report, paint))
  yield* section('Not kept by the store', countOf(notKept(report, paint)), notKept(report, paint))
  for (const objectKind of entryKinds) {
    const { label, of } =
      objectKind === 'user'
        ? { label: 'Users', of: header.counts.users }
        : { label: 'Groups', of: header.counts.groups }
    for (const kind of detail === 'everything' ? changeKinds : []) {
      const heading = `${label}: ${changeWords[kind].heading.toLowerCase()}`
      yield* section(heading, of[kind], changesOf(report, { objectKind, kind }, paint))
    }
    yield* section(`${label}: conflicts`, of.conflicts, objectsOf(report, { objectKind, outcome: 'conflict' }))
    yield* section(`${label}: skipped`, of.skipped, objectsOf(report, { objectKind, outcome: 'skipped' }))
    if (detail === 'problems') continue
    yield* section(`${label}: mismatched`, of.mismatched, mismatchedItems(report, objectKind))
  }
  if (detail === 'problems') return
  yield* section('Notes', countOf(report.notes()), noteItems(report))
}

const unpainted: Paint = (text) => text

function countLines(counts: Counts): readonly string[] {
  const kinds = countRows(counts)
  const rows = countColumns.map(({ heading, of }) => [heading, ...kinds.map((kind) => number(of(kind.counts)))])
  return textTable([['', ...kinds.map(({ label }) => label)], ...rows])
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
  { objectKind, kind }: { readonly objectKind: EntryKind; readonly kind: ChangeKind },
  paint: Paint,
): Generator<SectionItem> {
  for (const recorded of report.changes()) {
    if (recorded.change.objectKind === objectKind && recorded.change.kind === kind) yield changeLines(recorded, paint)
  }
}

function* objectsOf(
  report: PlanReport,
  wanted: { readonly objectKind: EntryKind; readonly outcome: ObjectOutcome },
): Generator<SectionItem> {
  for (const { objectKind, outcome, name, dn, reason } of report.objects()) {
    if (objectKind !== wanted.objectKind || outcome !== wanted.outcome) continue
    const { sign, word } = objectWords[outcome]
    const where = dn === null || dn === name ? '' : `  ${dn}`
    yield [`  ${sign} ${word}  ${printable(name + where)}`, `      ${printable(describeObjectReason(reason))}`]
  }
}

/** All of them have the same reason: it stands once, above the names. */
function* mismatchedItems(report: PlanReport, objectKind: EntryKind): Generator<SectionItem> {
  let above: readonly string[] = [`  ${describeObjectReason({ kind: 'no-entry' })}.`]
  for (const lines of objectsOf(report, { objectKind, outcome: 'mismatched' })) {
    yield [...above, ...lines.slice(0, 1)]
    above = []
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
