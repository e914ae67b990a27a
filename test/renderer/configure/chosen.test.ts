import fc from 'fast-check'
import { dnKey as productKey } from '../../../app/model/dn.ts'
import {
  type Chosen,
  exclusionAbove,
  stateOf,
  withChosen,
  withoutChosen,
} from '../../../renderer/configure/selection/chosen.ts'
import { dnKey, dnName, dnParts, isAtOrBelow, keysAbove } from '../../../renderer/configure/selection/dnParts.ts'

const top = 'DC=corp,DC=example'
const sales = `OU=Sales,${top}`
const inside = `OU=Inside,${sales}`
const support = `OU=Support,${top}`
const nothing: Chosen = { baseDns: [], excludeDns: [] }

/** Every container of a small directory, from the top down. */
const containers = [top, sales, inside, `OU=Team,${inside}`, `OU=Outside,${sales}`, support, `OU=Night,${support}`]

describe('the tree of containers', () => {
  test('choosing a container takes all below it', () => {
    const chosen = withChosen(sales, nothing)
    expect(chosen).toEqual({ baseDns: [sales], excludeDns: [] })
    expect(stateOf(inside, chosen)).toBe(true)
    expect(stateOf(top, chosen)).toBe('mixed')
    expect(stateOf(support, chosen)).toBe(false)
  })

  test('a container below a chosen one is left out as an exclusion', () => {
    const chosen = withoutChosen(inside, withChosen(sales, nothing))
    expect(chosen).toEqual({ baseDns: [sales], excludeDns: [inside] })
    expect(stateOf(sales, chosen)).toBe('mixed')
    expect(stateOf(inside, chosen)).toBe(false)
  })

  test('choosing what is partly chosen takes it whole, without what became needless', () => {
    const partly = { baseDns: [inside, support], excludeDns: [] }
    expect(withChosen(top, partly)).toEqual({ baseDns: [top], excludeDns: [] })
    expect(withChosen(sales, { baseDns: [top], excludeDns: [inside] })).toEqual({ baseDns: [top], excludeDns: [] })
  })

  test('what lies below an exclusion cannot be chosen alone', () => {
    const chosen = { baseDns: [top], excludeDns: [sales] }
    expect(exclusionAbove(inside, chosen)).toBe(sales)
    expect(withChosen(inside, chosen)).toBe(chosen)
  })

  test('DNs are the same whatever their case and spaces', () => {
    const chosen = { baseDns: ['ou=sales, dc=Corp, dc=example'], excludeDns: [] }
    expect(stateOf(sales, chosen)).toBe(true)
    expect(withoutChosen(sales, chosen)).toEqual(nothing)
  })

  test('after any clicks, what was clicked last is as it was clicked, and what is shown is what is read', () => {
    const click = fc.record({ dn: fc.constantFrom(...containers), isWanted: fc.boolean() })
    fc.assert(
      fc.property(fc.array(click, { maxLength: 12 }), (clicks) => {
        let chosen = nothing
        for (const { dn, isWanted } of clicks) {
          const isBarred = isWanted && exclusionAbove(dn, chosen) !== undefined
          chosen = isWanted ? withChosen(dn, chosen) : withoutChosen(dn, chosen)
          if (!isBarred) expect(stateOf(dn, chosen)).toBe(isWanted)
        }
        for (const dn of containers) {
          const below = containers.filter((other) => isAtOrBelow(dnKey(other), dnKey(dn)))
          const read = below.map((other) => isRead(other, chosen))
          const state = stateOf(dn, chosen)
          if (state === true) expect(read).not.toContain(false)
          if (state === false) expect(read).not.toContain(true)
          if (state === 'mixed') expect(new Set(read).size).toBe(2)
        }
        // The service refuses an exclusion at or above a base, and warns of a base below another.
        for (const exclusion of chosen.excludeDns)
          expect(chosen.baseDns.some((base) => isAtOrBelow(dnKey(base), dnKey(exclusion)))).toBe(false)
      }),
    )
  })
})

describe('DNs in the page', () => {
  test.each([
    ['OU=Sales\\, Inside,DC=corp', ['OU=Sales\\, Inside', 'DC=corp'], 'Sales, Inside'],
    ['OU="Sales, Inside", DC=corp', ['OU="Sales, Inside"', 'DC=corp'], '"Sales, Inside"'],
    ['', [], ''],
  ])('%s has its parts', (dn, parts, name) => {
    expect(dnParts(dn)).toEqual(parts)
    expect(dnName(dn)).toBe(name)
  })

  test('what is above', () => {
    expect(keysAbove('ou=b,ou=a,dc=corp')).toEqual(['ou=a,dc=corp', 'dc=corp'])
  })

  test('has the keys that the service has', () => {
    const value = fc.string({ unit: fc.constantFrom(...'abcXYZ 09-_\\,+"'), minLength: 1, maxLength: 8 })
    const part = fc.tuple(fc.constantFrom('OU', 'cn', 'DC'), value).map(([type, text]) => `${type}=${escaped(text)}`)
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom(',', ', ', ' , '), (parts, comma) => {
        const dn = parts.join(comma)
        expect(dnKey(dn)).toBe(productKey(dn))
      }),
    )
  })
})

function escaped(value: string): string {
  return value
    .trim()
    .replace(/[\\,+"]/g, '\\$&')
    .padEnd(1, 'x')
}

function isRead(dn: string, { baseDns, excludeDns }: Chosen): boolean {
  const key = dnKey(dn)
  const isIn = (others: readonly string[]) => others.some((other) => isAtOrBelow(key, dnKey(other)))
  return isIn(baseDns) && !isIn(excludeDns)
}
