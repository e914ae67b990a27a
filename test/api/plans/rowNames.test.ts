import fc from 'fast-check'
import { findRows, rowNames, sortRows } from '../../../app/api/plans/rowNames.ts'
import { withoutCase } from '../../../app/model/withoutCase.ts'
import { nameEnd } from '../../../app/state/state.ts'

const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text))
const row = fc.tuple(plain, plain)
const written = (rows: ReadonlyArray<readonly [string, string]>) => rowNames(rows.map((texts) => texts.join(nameEnd)))

test('a search finds exactly the rows that hold the text, in their order', () => {
  fc.assert(
    fc.property(
      fc.array(row),
      plain.filter((text) => text !== ''),
      (rows, wanted) => {
        const expected = rows.flatMap((texts, place) =>
          texts.some((text) => withoutCase(text).includes(withoutCase(wanted))) ? [place] : [],
        )
        expect([...findRows(written(rows), wanted)]).toEqual(expected)
      },
    ),
  )
})

test('a part of any row finds that row', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), fc.nat(), (rows, pick) => {
      const place = pick % rows.length
      expect([...findRows(written(rows), rows[place]?.[0] ?? '')]).toContain(place)
    }),
  )
})

test('sorting gives every row once', () => {
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom('name', 'dn'), (rows, by) => {
      const places = [...sortRows(written(rows), by)]
      expect(places.toSorted((one, other) => one - other)).toEqual([...rows.keys()])
    }),
  )
})

test('a Greek sigma at the end of a word is the one within', () => {
  expect([...findRows(written([['ΟΔΟΣΑ', '']]), 'οδος')]).toEqual([0])
})

test('a name may hold the sign that stands between rows', () => {
  const names = written([
    ['a\u0002b\u0002c', ''],
    ['d', ''],
  ])
  expect([...findRows(names, 'd')]).toEqual([1])
  expect([...sortRows(names, 'name')]).toEqual([0, 1])
})
