import { eventPage } from '../../../app/api/events/eventPage.ts'
import type { EventQuery } from '../../../app/api/events/eventQuery.ts'
import type { Event } from '../../../app/model/event.ts'
import type { State } from '../../../app/state/state.ts'
import { now, open } from '../../state/stateFixture.ts'
import { temporaryFolders } from '../../state/temporaryFolders.ts'

const folder = temporaryFolders()
let state: State
beforeEach(() => {
  state = open(folder())
})
afterEach(() => state.close())

const event = (message: string, parts: Partial<Event> = {}): Omit<Event, 'id'> => {
  const at = now.toISOString()
  return {
    at,
    level: 'info',
    side: 'connector',
    code: 'told',
    message,
    remedy: '',
    runId: null,
    object: null,
    ...parts,
  }
}
const page = (query: Partial<EventQuery> = {}) =>
  eventPage(state, { level: 'debug', side: null, runId: null, search: '', before: null, limit: 100, ...query })
const messages = (query: Partial<EventQuery> = {}) => page(query).events.map(({ message }) => message)

test('events come newest first, page by page, and the last page says so', () => {
  state.events.add(Array.from({ length: 25 }, (_, place) => event(`${place}`, { level: place % 3 ? 'info' : 'error' })))
  const seen: string[] = []
  let before: number | null = null
  for (let round = 0; round < 3; round += 1) {
    const { events, more } = page({ before, limit: 10 })
    seen.push(...events.map(({ message }) => message))
    expect(more).toBe(round < 2)
    before = events.at(-1)?.id ?? null
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, place) => `${24 - place}`))
  expect(page({ before }).events).toEqual([])
})

test('a level takes in everything more severe', () => {
  state.events.add((['debug', 'info', 'warning', 'error'] as const).map((level) => event(level, { level })))
  expect(messages({ level: 'error' })).toEqual(['error'])
  expect(messages({ level: 'warning' })).toEqual(['error', 'warning'])
  expect(messages({ level: 'debug' })).toEqual(['error', 'warning', 'info', 'debug'])
})

test('events are narrowed to a side and a run', () => {
  state.events.add([event('a', { side: 'store', runId: 1 }), event('b', { side: 'store' }), event('c', { runId: 1 })])
  expect(messages({ side: 'store' })).toEqual(['b', 'a'])
  expect(messages({ runId: 1 })).toEqual(['c', 'a'])
  expect(messages({ side: 'store', runId: 1 })).toEqual(['a'])
})

test('a search looks into message, code and object, whatever the case', () => {
  state.events.add([
    event('Jürgen left.'),
    event('JÜRGEN came.'),
    event('100 % done', { code: 'bad-dn' }),
    event('other', { object: 'CN=Übel,DC=corp' }),
    event('Ж и Щ'),
  ])
  expect(messages({ search: 'jürgen' })).toEqual(['JÜRGEN came.', 'Jürgen left.'])
  expect(messages({ search: 'cn=üb' })).toEqual(['other'])
  expect(messages({ search: 'BAD-DN' })).toEqual(['100 % done'])
  expect(messages({ search: '0 %' })).toEqual(['100 % done'])
  expect(messages({ search: '_00' })).toEqual([])
  expect(messages({ search: 'щ' })).toEqual(['Ж и Щ'])
  expect(messages({ search: 'jürgen', limit: 1 })).toEqual(['JÜRGEN came.'])
  expect(page({ search: 'jürgen', limit: 1 }).more).toBe(true)
})
