import type { UpdateNews } from '../../../../main/desktop/desktopBridge.ts'
import { type KeptUpdated, keepUpdated } from '../../../../main/desktop/updates/keepUpdated.ts'
import type { Installing } from '../../../../main/desktop/updates/whetherToInstall.ts'
import { waitUntil } from '../../../services/waitUntil.ts'

const aDay = 24 * 60 * 60 * 1000
const install: Installing = { kind: 'install' }
const switchedOff: Installing = { kind: 'leave', why: 'switched-off' }

/** A place with versions one after the other (the last one stays; an Error is thrown), and what the page is told. */
function place(versions: ReadonlyArray<string | null | Error>, fetches: ReadonlyArray<'works' | Error> = ['works']) {
  const told: UpdateNews[] = []
  const logged: string[] = []
  const seen = { looks: 0, fetches: 0, atQuit: [] as string[] }
  let decision = install
  const updater = {
    async look() {
      const answer = versions[Math.min(seen.looks++, versions.length - 1)]
      if (answer instanceof Error) throw answer
      return answer ?? null
    },
    async fetch() {
      const answer = fetches[Math.min(seen.fetches++, fetches.length - 1)]
      if (answer instanceof Error) throw answer
    },
    atQuit: (installing: string) => void seen.atQuit.push(installing),
  }
  const keep = (decided: Installing, everyMilliseconds = aDay): KeptUpdated => {
    decision = decided
    const tell = (news: UpdateNews) => void told.push(news)
    const log = (trouble: string) => void logged.push(trouble)
    return keepUpdated({ updater, decide: () => decision, tell, log, everyMilliseconds })
  }
  const decide = (now: Installing) => {
    decision = now
  }
  return { keep, decide, told, logged, seen, last: () => told.at(-1) }
}

const available = { kind: 'available', version: '0.2.0' } as const

describe('Keeping the program up to date', () => {
  test('a newer version is told of, fetched, and installed at the end', async () => {
    const { keep, told, seen, last } = place(['0.2.0'])
    const kept = keep(install)
    await waitUntil('it is here', () => JSON.stringify(last()).includes('at-quit'))
    expect(told).toEqual([
      { kind: 'looking' },
      { ...available, installing: 'after-download' },
      { ...available, installing: 'at-quit' },
    ])
    kept.quit()
    expect(seen).toEqual({ looks: 1, fetches: 1, atQuit: ['install'] })
  })

  test('what is not to be installed is told of, and not even fetched', async () => {
    const { keep, seen, last } = place(['0.2.0'])
    const kept = keep(switchedOff)
    await waitUntil('it is told', () => last()?.kind === 'available')
    expect(last()).toEqual({ ...available, installing: 'never', why: 'switched-off' })
    kept.quit()
    expect(seen).toEqual({ looks: 1, fetches: 0, atQuit: ['leave'] })
  })

  test('switching it on fetches at once; switching it off again leaves what was fetched where it is', async () => {
    const { keep, decide, seen, last } = place(['0.2.0'])
    const kept = keep(switchedOff)
    await waitUntil('it is told', () => last()?.kind === 'available')
    decide(install)
    kept.reconsider()
    await waitUntil('it is here', () => JSON.stringify(last()).includes('at-quit'))
    decide(switchedOff)
    kept.reconsider()
    expect(last()).toMatchObject({ why: 'switched-off' })
    kept.quit()
    expect(seen.atQuit).toEqual(['leave'])
  })

  test('what changes after quitting has begun changes nothing', async () => {
    const { keep, decide, told, seen, last } = place(['0.2.0'])
    const kept = keep(install)
    await waitUntil('it is here', () => JSON.stringify(last()).includes('at-quit'))
    kept.quit()
    decide({ kind: 'leave', why: 'other-service' })
    kept.reconsider()
    expect(told).toHaveLength(3)
    expect(seen.atQuit).toEqual(['install'])
  })

  test('a place that cannot be asked is asked again, and only the log hears why', async () => {
    const { keep, told, logged, last } = place([new Error('net::ERR_CONNECTION_REFUSED\n    at doCheck'), null])
    const kept = keep(install, 1)
    await waitUntil('it was asked again', () => last()?.kind === 'newest')
    kept.quit()
    expect(told).toEqual([{ kind: 'looking' }, { kind: 'failed' }, { kind: 'newest' }])
    expect(logged).toEqual(['It is not known whether there is a newer version: net::ERR_CONNECTION_REFUSED'])
  })

  test('a version that was found stays found when the next look fails', async () => {
    const { keep, logged, last } = place(['0.2.0', new Error('no network')])
    const kept = keep(switchedOff, 1)
    await waitUntil('the second look has failed', () => logged.length > 0)
    kept.quit()
    expect(last()).toMatchObject(available)
  })

  test('what was not signed as it should be is not installed, and is tried again with the next look', async () => {
    const { keep, told, logged, seen, last } = place(['0.2.0'], [new Error('0.2.0 is not signed'), 'works'])
    const kept = keep(install, 1)
    await waitUntil('it is here', () => JSON.stringify(last()).includes('at-quit'))
    expect(told).toContainEqual({ ...available, installing: 'never', why: 'not-fetched' })
    expect(logged).toEqual(['Version 0.2.0 was not fetched: 0.2.0 is not signed'])
    kept.quit()
    expect(seen).toMatchObject({ fetches: 2, atQuit: ['install'] })
  })

  test('while it was not fetched, quitting installs nothing', async () => {
    const { keep, seen, last } = place(['0.2.0'], [new Error('0.2.0 is not signed')])
    const kept = keep(install)
    await waitUntil('it has failed', () => JSON.stringify(last()).includes('not-fetched'))
    kept.quit()
    expect(seen.atQuit).toEqual(['leave'])
  })

  test('a version that is newer still is fetched in its place', async () => {
    const { keep, seen, last } = place(['0.2.0', '0.3.0'])
    const kept = keep(install, 1)
    await waitUntil('the newer is here', () => JSON.stringify(last()).includes('0.3.0","installing":"at-quit'))
    kept.quit()
    expect(seen.fetches).toBe(2)
  })
})
