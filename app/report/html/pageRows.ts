import { type ObjectKind, objectKinds } from '../../model/objectKind.ts'
import type { RecordedChange } from '../../state/state.ts'
import { attributeChanges } from '../attributeChanges.ts'
import { describeChangeReason } from '../describeChangeReason.ts'
import { describeObjectReason } from '../describeObjectReason.ts'
import { describeOutcome, isFailure } from '../describeOutcome.ts'
import { changeWord, noteWord, type OutcomeWord, objectWord } from '../outcomeWord.ts'
import type { PlanReport } from '../planReport.ts'
import { type NamedMembers, namedMembers } from '../planRow.ts'
import { KnownTexts } from './knownTexts.ts'
import { rowWords } from './pageTabs.ts'

/**
 * One row of a page, without the empty end: place of the kind, place of the word, name, first part of the DN, the DN
 * above it, reason, resource id, values (`attribute, before, after` over and over), members (`count, names` added, then
 * removed), result, message, 1 for a failure. Texts in KnownTexts are: the DN above, reason, attribute and message.
 */
export type PageRow = readonly unknown[]

/** Every change, object and note of a plan as rows, in the order of the plan. */
export function* pageRows(report: PlanReport): Generator<PageRow> {
  const texts = new KnownTexts()
  const start = (
    subject: { objectKind: ObjectKind; name: string; dn: string | null },
    word: OutcomeWord,
    reason: string,
  ) => {
    const [first, above] = splitDn(subject.dn ?? '')
    const place = [objectKinds.indexOf(subject.objectKind), rowWords.indexOf(word)]
    return [...place, subject.name, first, texts.write(above), texts.write(reason)]
  }
  for (const { change, outcome } of report.changes()) {
    yield trimmed([
      ...start(change, changeWord(change), describeChangeReason(change)),
      change.resourceId ?? 0,
      ...changeCells({ change, outcome }, texts),
    ])
  }
  for (const object of report.objects()) {
    const cells = start(object, objectWord(object), describeObjectReason(object))
    yield trimmed([...cells, object.outcome === 'matched' ? 0 : (object.resourceId ?? 0)])
  }
  for (const note of report.notes()) yield start(note, noteWord, note.problem)
}

function changeCells({ change, outcome }: RecordedChange, texts: KnownTexts): readonly unknown[] {
  const { result, message } = describeOutcome(outcome)
  const values = attributeChanges(change).flatMap(({ attribute, before, after }) => [
    texts.write(attribute),
    before ?? 0,
    after ?? 0,
  ])
  const { add = [], remove = [] } = change.members ?? {}
  const members = add.length + remove.length > 0 ? [namedMembers(add), namedMembers(remove)].flatMap(cells) : 0
  return [
    values.length > 0 ? values : 0,
    members,
    result === '' ? 0 : result,
    message === '' ? 0 : texts.write(message),
    isFailure(outcome) ? 1 : 0,
  ]
}

function cells({ count, names }: NamedMembers): readonly unknown[] {
  return [count, names]
}

/** The part before the first comma that is not escaped, and the rest with that comma: together they are the DN. */
function splitDn(dn: string): readonly [string, string] {
  const first = /^(?:\\.|[^,\\])*/s.exec(dn)?.[0] ?? ''
  return [first, dn.slice(first.length)]
}

function trimmed(row: readonly unknown[]): PageRow {
  return row.slice(0, row.findLastIndex((cell) => cell !== 0) + 1)
}
