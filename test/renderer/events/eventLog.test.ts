import type { Event } from '../../../app/model/event.ts'
import { type EventLog, emptyLog, nextLog } from '../../../renderer/events/eventLog.ts'

function event(id: number): Event {
  return {
    ...{
      id,
      at: '2026-11-14T10:00:00Z',
      level: 'info',
      side: 'connector',
      code: 'run-started',
      message: `Event ${id}`,
    },
    ...{ remedy: '', runId: null, object: null },
  }
}
const page = (more: boolean, ...ids: readonly number[]) => ({ events: ids.map(event), more })
const ids = ({ events }: EventLog) => events?.map(({ id }) => id)
const begun = nextLog(emptyLog, { kind: 'begin', page: page(true, 9, 8, 7) })

test('older events follow those that are there, none of them twice', () => {
  const log = nextLog(begun, { kind: 'older', page: page(false, 7, 6, 5) })
  expect(ids(log)).toEqual([9, 8, 7, 6, 5])
  expect(log.more).toBe(false)
})

test('new events wait while somebody reads, and come when they are asked for', () => {
  const waiting = nextLog(begun, { kind: 'newest', page: page(true, 11, 10, 9), show: 'when-asked' })
  expect(ids(waiting)).toEqual([9, 8, 7])
  expect(waiting.waiting).toHaveLength(2)
  const shown = nextLog(waiting, { kind: 'show-waiting' })
  expect(ids(shown)).toEqual([11, 10, 9, 8, 7])
  expect(shown.waiting).toHaveLength(0)
  expect(shown.more).toBe(true)
})

test('new events that disturb nobody are there at once', () => {
  expect(ids(nextLog(begun, { kind: 'newest', page: page(true, 10, 9, 8), show: 'at-once' }))).toEqual([10, 9, 8, 7])
})

test('more new events than were fetched begin the list anew, so that none is missing in between', () => {
  const waiting = nextLog(begun, { kind: 'newest', page: page(true, 30, 29, 28), show: 'when-asked' })
  expect(waiting.joined).toBe('gap')
  const shown = nextLog(waiting, { kind: 'show-waiting' })
  expect(ids(shown)).toEqual([30, 29, 28])
  expect(shown.more).toBe(true)
})

test('the answer to another question takes the place of the last one', () => {
  expect(ids(nextLog(begun, { kind: 'begin', page: page(false, 3) }))).toEqual([3])
})

test('nothing stands under a question that was not answered', () => {
  expect(nextLog(begun, { kind: 'unanswered' }).events).toBeNull()
})

test('the first events of an empty log are shown', () => {
  const empty = nextLog(emptyLog, { kind: 'begin', page: page(false) })
  expect(ids(nextLog(empty, { kind: 'newest', page: page(false, 1), show: 'at-once' }))).toEqual([1])
})
