import fc from 'fast-check'
import { limitFor } from '../../../app/guard/guard.ts'
import { defaultMapping } from '../../../app/mapping/defaultMapping.ts'
import { parseExpression } from '../../../app/mapping/expression/parseExpression.ts'
import { readTokens } from '../../../app/mapping/expression/readTokens.ts'
import { type CloudAttribute, cloudAttributes } from '../../../app/model/cloudAttribute.ts'
import { excerptAt } from '../../../renderer/configure/fields/excerptAt.ts'
import { allowedOf } from '../../../renderer/configure/guards/allowedOf.ts'
import { isInQuotes } from '../../../renderer/configure/mapping/attributeCompletion.ts'
import { expressionTokens } from '../../../renderer/configure/mapping/expressionTokens.ts'
import { mappingRows, withRow } from '../../../renderer/configure/mapping/mappingRows.ts'
import { presetsOf } from '../../../renderer/configure/mapping/presets.ts'

const piece = fc.constantFrom('givenName', 'a-b', '-', '+', '|', '%', '(', ')', '" "', '"a\\"b"', ' ', ';binary', '"')

describe('an expression while it is shown', () => {
  test('has the pieces that the connector reads', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const shown = expressionTokens(text)
        for (const { from, to } of shown) expect(to).toBeGreaterThan(from)
        const read = tokensOf(text)
        if (read !== null) expect(shown.map(({ from }) => from)).toEqual(read)
      }),
    )
  })

  test.each([
    ['mail', false],
    ['"a', true],
    ['"a" + ', false],
    ['"a\\"b', true],
  ])('%s leaves a quote open: %s', (text, isOpen) => {
    expect(isInQuotes(text)).toBe(isOpen)
  })

  test('the place of an error is shown with what stands around it, in one line', () => {
    expect(excerptAt('a + + b', 5)).toEqual({ text: 'a + + b', column: 4 })
    expect(excerptAt('a +', 4)).toEqual({ text: 'a +', column: 3 })
    const long = `${'x'.repeat(100)}!${'y'.repeat(100)}`
    const { text, column } = excerptAt(long, 101)
    expect(text.charAt(column)).toBe('!')
    expect(text.length).toBeLessThan(80)
  })
})

describe('the rows of the mapping', () => {
  const defaults = defaultMapping('ad-ds')

  test('name every cloud attribute, with its default where the settings say nothing', () => {
    const rows = mappingRows(defaults, { title: null, sn: 'sn - " "' }, [], { chosen: undefined, others: [] })
    expect(rows.map(({ attribute }) => attribute)).toEqual([...cloudAttributes])
    const row = (name: CloudAttribute) => rows.find(({ attribute }) => attribute === name)
    expect(row('uid')).toMatchObject({ expression: 'mail', origin: 'default', isRequired: true })
    expect(row('title')).toMatchObject({ expression: null, origin: 'settings', isRequired: false })
    expect(row('sn')).toMatchObject({ expression: 'sn - " "', origin: 'settings' })
  })

  test('a value that is empty or wrong for one of three people is counted', () => {
    const person = (validated: object) => ({
      sample: { dn: 'CN=A', name: 'A', mail: null },
      kind: 'user' as const,
      skipped: null,
      rows: [{ attribute: 'title', origin: 'default', expression: 'title', inputs: [], text: '', validated }] as never,
    })
    const others = [
      person({ kind: 'valid', value: 'Engineer' }),
      person({ kind: 'valid', value: '' }),
      person({ kind: 'invalid', problem: 'is wrong' }),
    ]
    const rows = mappingRows(defaults, {}, [], { chosen: undefined, others })
    expect(rows.find(({ attribute }) => attribute === 'title')?.tried).toEqual({ valid: 1, of: 3 })
    expect(rows.find(({ attribute }) => attribute === 'buildingName')?.tried).toBeNull()
  })

  test('a row goes back to its default without a trace', () => {
    expect(withRow({ title: 'a', sn: null }, 'title', undefined)).toEqual({ sn: null })
    expect(withRow({}, 'title', null)).toEqual({ title: null })
  })

  test('every preset can be read', () => {
    for (const attribute of cloudAttributes)
      for (const preset of presetsOf(attribute, defaults[attribute]))
        expect(() => parseExpression(preset)).not.toThrow()
  })
})

describe('the effect of a limit', () => {
  test('is the one that the guard works with', () => {
    const limit = fc.record({
      percent: fc.integer({ min: 0, max: 100 }),
      atLeast: fc.nat({ max: 50 }),
      atMost: fc.integer({ min: 50, max: 1000 }),
    })
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), limit, (linked, one) => {
        expect(allowedOf(linked, one)).toBe(limitFor(linked, one))
      }),
    )
  })
})

/** Where the connector sees tokens begin; null for a text that it cannot read. */
function tokensOf(text: string): readonly number[] | null {
  try {
    return readTokens(text)
      .filter(({ kind }) => kind !== 'end')
      .map(({ position }) => position)
  } catch {
    return null
  }
}
