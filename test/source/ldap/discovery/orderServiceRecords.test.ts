import fc from 'fast-check'
import { orderServiceRecords } from '../../../../app/source/ldap/discovery/orderServiceRecords.ts'

const record = fc.record({
  name: fc.constantFrom('dc1', 'dc2', 'dc3', 'dc4'),
  port: fc.constantFrom(389, 3890),
  priority: fc.integer({ min: 0, max: 3 }),
  weight: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 65_535 })),
})
const random = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))

function drawing(numbers: Iterator<number>): () => number {
  return () => {
    const next = numbers.next()
    return next.done === true ? 0 : next.value
  }
}

/** How often each name comes first when every number that can be drawn is drawn once. */
function firsts(weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const records = Object.entries(weights).map(([name, weight]) => ({ name, port: 389, priority: 0, weight }))
  const numbers = Object.values(weights).reduce((sum, weight) => sum + weight, 1)
  const counts: Record<string, number> = {}
  for (let number = 0; number < numbers; number += 1) {
    const [first] = orderServiceRecords(records, () => (number + 0.5) / numbers)
    if (first !== undefined) counts[first.name] = (counts[first.name] ?? 0) + 1
  }
  return counts
}

describe('orderServiceRecords', () => {
  test('gives every record once, lower priorities first', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), random, (records, numbers) => {
        const ordered = orderServiceRecords(records, drawing(numbers))
        expect(ordered).toHaveLength(records.length)
        expect(new Set(ordered)).toEqual(new Set(records))
        const priorities = ordered.map(({ priority }) => priority)
        expect(priorities).toEqual(priorities.toSorted((one, other) => one - other))
      }),
    )
  })

  test('depends on nothing but the records and the numbers that are drawn', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 8 }),
        fc.array(fc.double({ min: 0, max: 0.99, noNaN: true })),
        (records, numbers) => {
          const order = () => orderServiceRecords(records, drawing(numbers.values()))
          expect(order()).toEqual(order())
        },
      ),
    )
  })

  test('lets a record come first as often as its weight says', () => {
    // The number 0 falls to the first record (RFC 2782): one more than its weight.
    expect(firsts({ dc1: 60, dc2: 30, dc3: 10 })).toEqual({ dc1: 61, dc2: 30, dc3: 10 })
  })

  test('leaves a record without weight a small chance', () => {
    expect(firsts({ dc1: 100, dc2: 0 })).toEqual({ dc2: 1, dc1: 100 })
  })

  test('keeps the order of records that all have no weight', () => {
    expect(firsts({ dc1: 0, dc2: 0 })).toEqual({ dc1: 1 })
  })
})
