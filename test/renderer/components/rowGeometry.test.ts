import fc from 'fast-check'
import { offsetShowing, rowAfterKey, rowGeometry, rowHeight } from '../../../renderer/components/rowGeometry.ts'

const view = 600

test('rows lie one below the other as long as a browser can lay them out', () => {
  const { height, offsetAt } = rowGeometry(100_000, view)
  expect(height).toBe(100_000 * rowHeight)
  expect(offsetAt(12_345)).toBe(12_345)
})

test('of more rows than that, the last one is still reached by the end of the scroll bar', () => {
  const rows = 2_000_000
  const { height, offsetAt, scrollTopFor } = rowGeometry(rows, view)
  expect(height).toBeLessThan(16_000_000)
  expect(offsetAt(0)).toBe(0)
  expect(offsetAt(height - view)).toBeCloseTo(rows * rowHeight - view, 3)
  expect(scrollTopFor(offsetAt(4321))).toBeCloseTo(4321, 6)
})

test('a row that is looked for is seen whole, and the view moves no more than it has to', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(3_000_000), (row, offset) => {
      const shown = offsetShowing(row, offset, view)
      expect(row * rowHeight).toBeGreaterThanOrEqual(shown)
      expect((row + 1) * rowHeight).toBeLessThanOrEqual(shown + view)
      expect(offsetShowing(row, shown, view)).toBe(shown)
    }),
  )
})

test.each([
  ['ArrowDown', null, 0],
  ['ArrowDown', 3, 4],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['ArrowUp', null, 99],
  ['PageDown', 95, 99],
  ['PageUp', 50, 40],
  ['Home', 50, 0],
  ['End', null, 99],
  ['a', 5, null],
])('%s leads from row %s to row %s', (key, from, to) => {
  expect(rowAfterKey(key, from, 100, 10)).toBe(to)
})

test('no key leads anywhere where there are no rows', () => {
  expect(rowAfterKey('End', null, 0, 10)).toBeNull()
})
