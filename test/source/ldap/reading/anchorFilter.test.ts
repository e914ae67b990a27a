import fc from 'fast-check'
import { formatGuid } from '../../../../app/selection/filter/formatGuid.ts'
import { anchorFilter, anchorPortions, guidBytes } from '../../../../app/source/ldap/reading/anchorFilter.ts'

test('the bytes of a GUID are those that Active Directory shows as that text', () => {
  fc.assert(fc.property(fc.uuid(), (guid) => expect(formatGuid(guidBytes(guid))).toBe(guid)))
})

test('every anchor is in one portion, once, and no portion is too large', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { maxLength: 400 }), fc.integer({ min: 1, max: 500 }), (anchors, size) => {
      const portions = [...anchorPortions([...anchors, ...anchors], size)]
      expect(portions.flat().sort()).toEqual([...new Set(anchors)].sort())
      for (const portion of portions) expect(portion.length).toBeLessThanOrEqual(Math.min(size, 100))
    }),
  )
})

test('an anchor that is no GUID is not looked for among GUIDs', () => {
  expect(anchorFilter(['objectGUID'], ['5c3e8a01-7d2b-11ee'])).toEqual({ kind: 'or', filters: [] })
  expect(anchorFilter(['nsUniqueId'], ['5c3e8a01-7d2b11ee-8b4fa7c1-0d9e33f2'])).toMatchObject({
    filters: [{ attribute: 'nsUniqueId', value: { text: '5c3e8a01-7d2b11ee-8b4fa7c1-0d9e33f2' } }],
  })
})
