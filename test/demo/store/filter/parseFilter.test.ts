import fc from 'fast-check'
import { stringify } from 'scim2-parse-filter'
import { parseFilter } from '../../../../app/demo/store/filter/parseFilter.ts'
import { ScimError } from '../../../../app/demo/store/scimError.ts'

it('reads back every text that was written as a literal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (compValue) => {
      const filter = { op: 'eq', attrPath: 'userName', compValue } as const
      expect(parseFilter(stringify(filter))).toEqual(filter)
    }),
  )
})

it('throws nothing but its own error', () => {
  const piece = fc.constantFrom(
    'userName',
    ' eq ',
    '"a"',
    '(',
    ')',
    '[',
    ']',
    ' and ',
    ' not ',
    ' pr',
    '\\',
    '"',
    '1',
    'true',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        try {
          parseFilter(text)
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError)
          expect(error).toMatchObject({ status: 400, scimType: 'invalidFilter' })
        }
      },
    ),
  )
})
