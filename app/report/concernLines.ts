import type { PlanHeader } from '../model/plan.ts'
import { concerns } from './concerns.ts'
import { number } from './counted.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'

/** Halts, gaps and warnings for a terminal, two lines each at most, not more than `limit` of them. */
export function* concernLines(header: PlanHeader, limit: number, paint: Paint): Generator<string> {
  const all = concerns(header)
  for (const { label, tone, message, remedy } of all.slice(0, Math.max(1, limit))) {
    yield ''
    yield `${paint(label, tone)}: ${printable(message)}`
    if (remedy !== '') yield `  ${printable(remedy)}`
  }
  if (all.length > limit) yield paint(`… and ${number(all.length - limit)} more`, 'quiet')
}
