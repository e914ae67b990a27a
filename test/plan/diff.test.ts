import fc from 'fast-check'
import type { UserValues, ValueAttribute } from '../../app/model/resource.ts'
import { comparisonText, diff } from '../../app/plan/diff.ts'

const managed: readonly ValueAttribute[] = ['uid', 'displayName', 'title', 'emails;type-work', 'jabberID']
const value = fc.constantFrom('', 'a', 'A', 'ä', 'Ä', 'Ä', '"', ',')
const desired: fc.Arbitrary<UserValues> = fc.dictionary(fc.constantFrom(...managed), fc.option(value), {
  minKeys: managed.length,
})
const current: fc.Arbitrary<UserValues> = fc.dictionary(fc.constantFrom(...managed, 'sn'), value)

describe('the difference of desired and current values', () => {
  it('holds each side of what differs, and only that', () => {
    const wanted = { uid: 'ann@corp.test', title: 'Pilot', sn: 'Reed' }
    const found = { uid: 'ann@corp.test', title: 'Chef', sn: 'Moss' }
    expect(diff(wanted, found, ['uid', 'title'])).toEqual({
      attributes: ['title'],
      before: { title: 'Chef' },
      after: { title: 'Pilot' },
    })
  })

  it('clears what is wanted empty, and leaves alone what is not wanted at all', () => {
    expect(diff({ title: null }, { title: 'Chef', sn: 'Reed' }, ['title', 'sn'])).toEqual({
      attributes: ['title'],
      before: { title: 'Chef' },
      after: { title: null },
    })
    expect(diff({ title: null }, {}, ['title']).attributes).toEqual([])
  })

  it('compares names and addresses without letter case, texts with it', () => {
    expect(diff({ uid: 'ANN@corp.test' }, { uid: 'ann@Corp.test' }, ['uid']).attributes).toEqual([])
    expect(diff({ title: 'chef' }, { title: 'Chef' }, ['title']).attributes).toEqual(['title'])
  })

  it('is empty exactly when the comparison texts are equal', () => {
    fc.assert(
      fc.property(desired, current, (wanted, found) => {
        const sameText = comparisonText(wanted, managed, 'leave-alone') === comparisonText(found, managed, 'no-value')
        expect(diff(wanted, found, managed).attributes.length === 0).toBe(sameText)
      }),
    )
  })

  it('has no comparison text while something is to be left alone', () => {
    expect(comparisonText({ uid: 'ann@corp.test' }, ['uid', 'title'], 'leave-alone')).toBeNull()
    expect(comparisonText({ uid: 'ann@corp.test' }, ['uid', 'manager'], 'leave-alone')).not.toBeNull()
  })
})
