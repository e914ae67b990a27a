import { runSentence } from '../../app/report/runSentence.ts'
import { fabricatedCounts } from './fabricatedPlan.ts'

const counts = fabricatedCounts({ create: 412, deactivate: 1, failed: 2 }, { update: 1 })
const nothing = fabricatedCounts({})
const error = { side: 'directory', code: 'timeout', message: 'No answer within 60 s.', remedy: 'Wait.' } as const

test('a run is told by what it did, would do, or why it did not', () => {
  const of = (status: Parameters<typeof runSentence>[0]['status'], given = counts) =>
    runSentence({ status, counts: given, error: status === 'failed' ? error : null })
  expect(of('planned')).toBe('412 people would be added, 1 made inactive. 1 group would be changed.')
  expect(of('planned', nothing)).toBe('Nothing would change.')
  expect(of('done')).toContain('412 people were added, 1 made inactive. 1 group was changed.')
  expect(of('partial')).toContain('2 changes failed.')
  expect(of('partial', nothing)).toBe('Nothing was changed.')
  expect(of('equal', nothing)).toBe('Nothing was to change.')
  expect(of('failed')).toBe('No answer within 60 s.')
  expect(of('halted')).toContain('Halted')
  expect(of('interrupted')).toContain('goes on from there')
  expect(of('running')).toBe('')
})
