import fc from 'fast-check'
import { type TextPart, textDifference } from '../../../renderer/plan/textDifference.ts'

/** What only one side has stands in brackets. */
const shown = (parts: readonly TextPart[]) =>
  parts.map(({ text, kind }) => (kind === 'changed' ? `[${text}]` : text)).join('')
const both = (before: string, after: string) => {
  const parts = textDifference(before, after)
  return [shown(parts.before), shown(parts.after)]
}

test.each([
  ['Engineer', 'Lead Engineer', 'Engineer', '[Lead ]Engineer'],
  ['Sales, Hamburg', 'Sales, Kiel', 'Sales, [Hamburg]', 'Sales, [Kiel]'],
  ['+49 40 123456', '+49 40 123465', '+49 40 1234[56]', '+49 40 1234[65]'],
  ['Meier', 'Meyer', 'Me[i]er', 'Me[y]er'],
  ['Main Road 1\nFloor 2', 'Main Road 1\nFloor 3', 'Main Road 1\nFloor [2]', 'Main Road 1\nFloor [3]'],
  ['Anna ', 'Anna', 'Anna[ ]', 'Anna'],
  ['equal', 'equal', 'equal', 'equal'],
  ['', 'new', '', '[new]'],
])('%j against %j shows what differs', (before, after, left, right) => {
  expect(both(before, after)).toEqual([left, right])
})

test('a character of several units is never cut', () => {
  expect(both('😀', '😁')).toEqual(['[😀]', '[😁]'])
})

test('very long values are compared by beginning and end', () => {
  const words = 'word '.repeat(400)
  expect(both(`${words}a end`, `${words}b end`)).toEqual([`${words}[a] end`, `${words}[b] end`])
})

test('the parts of a side are its value, and equal parts are the same on both sides', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 12 }))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = textDifference(before, after)
      const whole = (side: readonly TextPart[]) => side.map((part) => part.text).join('')
      const same = (side: readonly TextPart[]) => whole(side.filter(({ kind }) => kind === 'same'))
      expect([whole(parts.before), whole(parts.after)]).toEqual([before, after])
      expect(same(parts.before)).toBe(same(parts.after))
    }),
  )
})
