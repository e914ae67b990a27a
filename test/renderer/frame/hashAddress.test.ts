import { pathOf, queryOf, segmentsOf } from '../../../renderer/frame/hashAddress.ts'
import { personAddress } from '../../../renderer/people/personAddress.ts'

test('path and query of an address', () => {
  expect(pathOf('/events?level=error')).toBe('/events')
  expect(pathOf('')).toBe('/')
  expect(queryOf('/events?level=error').get('level')).toBe('error')
  expect(queryOf('/events').size).toBe(0)
})

test.each(['ann@corp.test', 'CN=50 % off\\, a/b?,OU=Ä #1,DC=corp', '100%'])('%s survives being an address', (who) => {
  expect(segmentsOf(personAddress(who))).toEqual(['people', who])
})

test('a segment that is no escape is taken as it stands', () => {
  expect(segmentsOf('/people/100%')).toEqual(['people', '100%'])
})
