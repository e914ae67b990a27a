import { number } from './counted.ts'
import type { Paint } from './paint.ts'

/** The lines of one object: they stay together. */
export type SectionItem = readonly string[]

interface Section {
  readonly heading: string
  /** How many items there are altogether, so that the walk can end as soon as the limit is reached. */
  readonly count: number
  readonly items: Iterable<SectionItem>
  /** Lines; the first item is shown whatever its length. */
  readonly limit: number
  readonly paint: Paint
  readonly planId: number
}

/** A heading with as many items as fit, and how to see the rest. Nothing at all when there are none. */
export function* textSection({ heading, count, items, limit, paint, planId }: Section): Generator<string> {
  if (count === 0) return
  yield ''
  yield paint(`${heading} (${number(count)})`, 'strong')
  let lines = 0
  let shown = 0
  for (const item of items) {
    if (shown > 0 && lines + item.length > limit) break
    yield* item
    lines += item.length
    shown += 1
  }
  if (shown < count) {
    yield paint(`  … and ${number(count - shown)} more: plans show ${planId} --json, or --save FILE`, 'quiet')
  }
}
