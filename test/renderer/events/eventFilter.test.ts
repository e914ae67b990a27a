import { type EventFilter, eventFilterOf, eventsAddress, exportAddress } from '../../../renderer/events/eventFilter.ts'
import { isExplainable } from '../../../renderer/events/isExplainable.ts'
import { queryOf } from '../../../renderer/frame/hashAddress.ts'

test('what is filtered stands in the address, and comes from there again', () => {
  const filter: EventFilter = { level: 'error', side: 'store', runId: 12, search: 'a&b = "c"' }
  expect(eventFilterOf(queryOf(eventsAddress(filter)))).toEqual(filter)
  expect(eventsAddress()).toBe('/events')
  expect(eventsAddress({ runId: 12, level: 'error' })).toBe('/events?level=error&run=12')
})

test('an address that says nothing sensible filters nothing', () => {
  const filter = eventFilterOf(new URLSearchParams('level=loud&side=moon&run=-1'))
  expect(filter).toEqual({ level: 'info', side: null, runId: null, search: '' })
})

test('the file has what the page shows, its level named', () => {
  const address = exportAddress({ level: 'info', side: 'store', runId: 3, search: '' }, 'csv')
  expect(address).toBe('/api-report/events.csv?side=store&run=3&level=info')
})

test.each([
  ['ann@corp.test', true],
  ['CN=Ann,DC=corp', true],
  ['directory.servers', false],
  ['OU=Sales,DC=corp', false],
])('%s can be explained: %s', (object, expected) => {
  expect(isExplainable(object)).toBe(expected)
})
