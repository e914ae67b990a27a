import fc from 'fast-check'
import { IdSet } from '../../../../app/target/scim/read/idSet.ts'

it('knows every id again', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (ids) => {
      const set = new IdSet()
      const known = new Set<string>()
      for (const id of ids) {
        expect(set.add(id)).toBe(known.has(id) ? 'seen' : 'new')
        known.add(id)
      }
      expect(set.size).toBe(known.size)
    }),
  )
})

it('tells 300,000 similar ids apart', () => {
  const set = new IdSet()
  for (let index = 0; index < 300_000; index++)
    set.add(`2819c223-7f76-453a-919d-${index.toString(16).padStart(12, '0')}`)
  expect(set.size).toBe(300_000)
})
