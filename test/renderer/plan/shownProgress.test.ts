import { shownProgress } from '../../../renderer/plan/shownProgress.ts'

const since = { phase: 'write', done: 100, at: 0 } as const

test('rate and time left count from when the phase was first seen', () => {
  const shown = shownProgress({ phase: 'write', done: 300, total: 1000 }, since, 10_000)
  expect(shown).toEqual({ sentence: 'Writing: 300 of 1,000 (20 a second, 35 s left)', share: 0.3 })
})

test('in the first seconds nothing is said of the rate', () => {
  const shown = shownProgress({ phase: 'write', done: 110, total: 1000 }, since, 500)
  expect(shown.sentence).toBe('Writing: 110 of 1,000')
})

test('without a total there is neither a share nor a time left', () => {
  const shown = shownProgress(
    { phase: 'read-directory', done: 4200 },
    { phase: 'read-directory', done: 0, at: 0 },
    10_000,
  )
  expect(shown).toEqual({ sentence: 'Reading the directory: 4,200 (420 a second)', share: null })
})

test('a phase that has counted nothing is only named', () => {
  const shown = shownProgress({ phase: 'connect', done: 0 }, { phase: 'connect', done: 0, at: 0 }, 10_000)
  expect(shown).toEqual({ sentence: 'Connecting', share: null })
})
