import fc from 'fast-check'
import { groupCycles } from '../../app/plan/groupCycles.ts'
import type { Nesting } from '../../app/plan/planningData.ts'

const nestings = (...pairs: readonly string[]): Nesting[] =>
  pairs.map((pair) => {
    const [group = '', member = ''] = pair.split('>')
    return { group, member }
  })

describe('groups that are members of themselves', () => {
  it.each([
    [[], []],
    [['a>b', 'b>c'], []],
    [['a>a'], [['a']]],
    [['a>b', 'b>a'], [['a', 'b']]],
    [['c>a', 'a>b', 'b>c', 'c>d'], [['a', 'b', 'c']]],
    [
      ['a>b', 'b>a', 'b>c', 'c>d', 'd>c'],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [['a>b', 'b>a', 'a>c', 'c>a'], [['a', 'b', 'c']]],
    [['a>b', 'a>c', 'b>d', 'c>d'], []],
  ])('of %j are %j', (pairs, cycles) => {
    expect(groupCycles(nestings(...pairs))).toEqual(cycles)
  })

  it('are found 100,000 groups deep', () => {
    const deep = Array.from({ length: 100_000 }, (_, at) => ({ group: `g${at}`, member: `g${at + 1}` }))
    expect(groupCycles(deep)).toEqual([])
    expect(groupCycles([...deep, { group: 'g100000', member: 'g0' }])[0]).toHaveLength(100_001)
  })

  it('are those from which a walk leads back', () => {
    const name = fc.integer({ min: 0, max: 8 }).map(String)
    fc.assert(
      fc.property(fc.array(fc.record({ group: name, member: name }), { maxLength: 25 }), (edges) => {
        const reaches = (from: string, to: string): boolean => {
          const seen = new Set<string>()
          const open = [from]
          for (let at = open.pop(); at !== undefined; at = open.pop()) {
            for (const { group, member } of edges) {
              if (group !== at) continue
              if (member === to) return true
              if (!seen.has(member)) open.push(member)
              seen.add(member)
            }
          }
          return false
        }
        const names = [...new Set(edges.flatMap(({ group, member }) => [group, member]))]
        const cyclic = names.filter((one) => reaches(one, one)).sort()
        const found = groupCycles(edges)
        expect(found.flat().sort()).toEqual(cyclic)
        for (const cycle of found) {
          for (const one of cycle) for (const other of cycle) expect(reaches(one, other)).toBe(true)
        }
        expect(groupCycles(edges.toReversed())).toEqual(found)
      }),
    )
  })
})
