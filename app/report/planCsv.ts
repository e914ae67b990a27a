import type { RecordedChange } from '../state/state.ts'
import { attributeChanges } from './attributeChanges.ts'
import { csvPieces } from './csvPieces.ts'
import { describeChangeReason } from './describeChangeReason.ts'
import { describeObjectReason } from './describeObjectReason.ts'
import { describeOutcome } from './describeOutcome.ts'
import { changeWord, noteWord, objectWord } from './outcomeWord.ts'
import type { PlanReport } from './planReport.ts'

const columns = ['Object kind', 'Outcome', 'Name', 'DN', 'Attribute', 'Before', 'After', 'Reason', 'Result', 'Message']

type Row = readonly string[]

/**
 * A plan for a spreadsheet, as the pieces of one CSV file. One row per changed attribute and per member that is added
 * (After) or removed (Before); an object without such a change has one row; so has each note.
 */
export function planCsv(report: PlanReport): Generator<string> {
  return csvPieces(columns, rows(report))
}

function* rows(report: PlanReport): Generator<Row> {
  for (const recorded of report.changes()) yield* changeRows(recorded)
  for (const object of report.objects()) {
    const { objectKind, name, dn } = object
    yield [objectKind, objectWord(object).word, name, dn ?? '', '', '', '', describeObjectReason(object), '', '']
  }
  for (const { objectKind, name, dn, attribute, problem } of report.notes()) {
    yield [objectKind, noteWord.word, name, dn ?? '', attribute, '', '', problem, '', '']
  }
}

function* changeRows({ change, outcome }: RecordedChange): Generator<Row> {
  const { result, message } = describeOutcome(outcome)
  const start = [change.objectKind, changeWord(change).word, change.name, change.dn ?? '']
  const end = [describeChangeReason(change), result, message]
  const attributes = attributeChanges(change)
  const { add = [], remove = [] } = change.members ?? {}
  for (const { attribute, before, after } of attributes) yield [...start, attribute, before ?? '', after ?? '', ...end]
  for (const { name } of remove) yield [...start, 'member', name, '', ...end]
  for (const { name } of add) yield [...start, 'member', '', name, ...end]
  if (attributes.length + add.length + remove.length === 0) yield [...start, '', '', '', ...end]
}
