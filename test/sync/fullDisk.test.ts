import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type ConnectorUnderTest, connectorOn, expectEqual, settingsWith } from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { deleteInDirectory } from '../fakes/fakeTracking.ts'
import { crowd, group, person } from '../fakes/people.ts'
import { mountSmallDisk } from '../state/smallDisk.ts'
import { type Random, randomFrom } from './randomFrom.ts'
import { seedOfThisRun } from './seedOfThisRun.ts'

const disk = mountSmallDisk(12)
afterAll(() => disk?.unmount())
const people = 120
const rounds = 12
const kilobyte = 1024

describe('a disk that is full during an incremental sync', () => {
  if (disk === null) {
    it('is left out: no small disk can be mounted here', () =>
      console.warn('Left out: mounting a disk is not permitted.'))
    return
  }
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  const dns = crowd(people).map(({ dn }) => dn)

  beforeEach(async () => {
    source = fakeSource([...crowd(people), group('team', dns.slice(0, 20))])
    target = fakeTarget()
    const folder = mkdtempSync(join(disk.folder, 'data-'))
    connector = await connectorOn(source, target, settingsWith(), folder)
    await connector.syncFull()
  })
  afterEach(async () => {
    disk.clear()
    await connector.close()
    rmSync(connector.folder, { recursive: true })
  })

  /** Somebody new, somebody gone, others who are changed, and another list of members. */
  const change = (round: number) => {
    deleteInDirectory(source, person(`p${round}`).dn)
    source.entries = [
      ...source.entries
        .filter(({ kind }) => kind === 'user')
        .map((entry, index) =>
          index % 3 === round % 3
            ? { ...entry, attributes: { ...entry.attributes, title: [`Title ${round}`.padEnd(500, '.')] } }
            : entry,
        ),
      person(`new${round}`),
      group('team', [person(`new${round}`).dn, ...dns.slice(rounds, rounds + 5 * round)]),
    ]
  }

  /** From here on the state needs room for whatever it writes. */
  const shrinkLog = () => {
    const database = new Database(join(connector.folder, 'state.db'))
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
  }

  /** Leaves so much room from the n-th write on. */
  const fillAt = (writes: number, room: number) => {
    let left = writes
    target.faults = {
      refuse: () => {
        left -= 1
        if (left === 0) disk.leave(room)
        return undefined
      },
    }
  }

  const proveNothingLost = async (seed: number, round: number) => {
    disk.clear()
    target.faults = {}
    const { run } = await connector.syncIncremental()
    expect({ seed, round, status: run.status }).toEqual({
      seed,
      round,
      status: expect.stringMatching(/^(done|equal)$/),
    })
    const uids = [...target.users.values()].map(({ values }) => values.uid)
    expect(new Set(uids).size).toBe(uids.length)
    expect(uids).toHaveLength(people + round + 1)
    const here = source.entries.filter(({ kind }) => kind === 'user').map(({ attributes }) => attributes.mail?.[0])
    expect(
      [...target.users.values()].flatMap(({ active, values }) => (active ? (values.uid ?? '') : [])).sort(),
    ).toEqual(here.sort())
    expect(connector.setAside()).toEqual([])
    await expectEqual(connector)
  }

  /** @returns how often the disk was too small */
  const survive = async (random: Random, seed: number, fill: (random: Random) => void) => {
    let full = 0
    for (let round = 0; round < rounds; round += 1) {
      change(round)
      shrinkLog()
      fill(random)
      const end = await connector.syncIncremental().catch((error: unknown) => error)
      if (end instanceof Error) {
        expect(end).toMatchObject({ side: 'connector', code: 'disk-full' })
        full += 1
      }
      await proveNothingLost(seed, round)
    }
    return full
  }

  it('from the beginning loses nothing, and the next run finishes', async () => {
    const seed = seedOfThisRun()
    const full = await survive(randomFrom(seed), seed, (random) => disk.leave(random.between(0, 300) * kilobyte))
    expect(full).toBeGreaterThan(0)
  }, 240_000)

  it('from any write on, or while it settles, loses nothing, and the next run finishes', async () => {
    const seed = seedOfThisRun()
    const full = await survive(randomFrom(seed), seed, (random) => {
      const last = Math.ceil(people / 3) + 2
      fillAt(random.oneOf([1, random.between(1, last), last, last]), random.oneOf([0, 4, 20, 50, 100, 200]) * kilobyte)
    })
    expect(full).toBeGreaterThan(0)
  }, 240_000)
})
