import type { ExplainedEntry, PastChange } from '../../app/api/explain/explanation.ts'
import { texts } from '../texts/texts.ts'
import { decisionSteps } from './decisionSteps.ts'
import { pendingChanges } from './pendingChanges.ts'
import { shownRows } from './shownRows.ts'
import { verdictOn } from './verdict.ts'

/** All that a page says of one entry, as text to be pasted into a mail or a ticket. */
export function explainedText(entry: ExplainedEntry): string {
  const { steps: titles, change } = texts.people
  const lines = [verdictOn(entry).sentence, '']
  for (const { name, sentences } of decisionSteps(entry)) {
    lines.push(`${titles[name]}: ${sentences.join(' ')}`)
    if (name === 'values') lines.push(...valueLines(entry))
    if (name !== 'change') continue
    for (const { attribute, before, after } of pendingChanges(entry)) {
      lines.push(`  ${attribute}: ${before ?? change.nothing} → ${after ?? change.nothing}`)
    }
  }
  lines.push(`${titles.history}:`, ...historyLines(entry.history))
  return lines.join('\n')
}

function valueLines({ rows }: ExplainedEntry): readonly string[] {
  const { values } = texts.people
  return shownRows(rows).filled.map(({ attribute, expression, inputs, validated }) => {
    const read = inputs.map(({ name, values: [first = ''] }) => `${name} = ${JSON.stringify(first)}`).join(', ')
    const note = validated.kind === 'valid' && validated.note !== undefined ? `; ${values.because(validated.note)}` : ''
    const result =
      validated.kind === 'valid' ? `${JSON.stringify(validated.value)}${note}` : values.leftOut(validated.problem)
    return `  ${attribute} ← ${expression}: ${result}  (${read})`
  })
}

function historyLines(history: readonly PastChange[]): readonly string[] {
  const words = texts.people.history
  if (history.length === 0) return [`  ${words.none}`]
  return history.map(({ planId, change, told }) => {
    const word = change.objectKind === 'avatar' ? words.picture(told.word) : told.word
    const result = [told.result || words.notTried, told.message].filter((part) => part !== '').join(': ')
    return `  ${words.line(planId, word, result.replace(/\.$/, ''), told.reason)}`
  })
}
