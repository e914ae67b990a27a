import type { Change, MemberReference } from '../model/change.ts'
import type { RecordedChange } from '../state/state.ts'
import { type AttributeChange, attributeChanges } from './attributeChanges.ts'
import { number } from './counted.ts'
import { describeChangeReason } from './describeChangeReason.ts'
import { describeOutcome } from './describeOutcome.ts'
import { listed } from './listed.ts'
import { changeWord } from './outcomeWord.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'

/** One change for a terminal: sign, word, name and reason; below it the values, the members, and what became of it. */
export function changeLines({ change, outcome }: RecordedChange, paint: Paint): readonly string[] {
  const { sign, word, tone } = changeWord(change)
  const { result, message } = describeOutcome(outcome)
  const reason = printable(describeChangeReason(change))
  const first = `  ${paint(`${sign} ${word}`, tone)}  ${printable(change.name)}  ${paint(reason, 'quiet')}`
  const became = result === '' || result === 'done' ? [] : [`      ${paint(result, 'remove')}: ${printable(message)}`]
  return [first, ...became, ...valueLines(change), ...memberLines(change)]
}

/** An added or deleted object has one line of values: there is no other side to compare them with. */
function valueLines(change: Change): readonly string[] {
  const changes = attributeChanges(change)
  if (changes.length === 0) return []
  if (change.before === null || change.after === null) {
    const values = changes.map(({ attribute, before, after }) => `${attribute} ${printable(after ?? before ?? '')}`)
    return [`      ${values.join(' · ')}`]
  }
  const width = Math.max(...changes.map(({ attribute }) => attribute.length))
  return changes.map((changed) => `      ${changed.attribute.padEnd(width)}  ${beforeAndAfter(changed)}`)
}

function beforeAndAfter({ before, after }: AttributeChange): string {
  return `${shown(before)} → ${shown(after)}`
}

function shown(value: string | null): string {
  return value === null ? '(none)' : printable(value)
}

function memberLines({ members }: Change): readonly string[] {
  if (!members || members.add.length + members.remove.length === 0) return []
  const { add, remove } = members
  const counts = [add.length > 0 ? `+${number(add.length)}` : '', remove.length > 0 ? `–${number(remove.length)}` : '']
  return [
    `      members  ${counts.filter((count) => count !== '').join(' ')}`,
    ...(add.length > 0 ? [`        + ${names(add)}`] : []),
    ...(remove.length > 0 ? [`        – ${names(remove)}`] : []),
  ]
}

function names(members: readonly MemberReference[]): string {
  return printable(listed(members.map(({ name }) => name)))
}
