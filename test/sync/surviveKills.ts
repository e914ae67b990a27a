import type { Connector } from '../../app/api/connector.ts'
import { composeConnector } from '../../main/compose.ts'
import { changesOf, expectEqual, said } from '../fakes/connectorOn.ts'
import { beBad, beGood, clockWithRhythm } from './badBehaviour.ts'
import { ChangingCompany, type ExpectedStore } from './changingCompany.ts'
import { leftDn } from './colleagues.ts'
import { type EmbeddedSides, startEmbeddedSides, thumbnails } from './embeddedSides.ts'
import { expectStoreHolds } from './expectStoreHolds.ts'
import { type Random, randomFrom } from './randomFrom.ts'
import { type Moment, type SyncEnd, startSync } from './syncProcess.ts'

const people = 40
/** Kills in the life of one company; each life begins with an empty store. */
const killsInOneLife = 15

export interface Survival {
  /** How many kills to survive. */
  readonly kills: number
  /**
   * Done to the data folder after each kill; what it tells is part of the story. These companies have no contacts: that the
   * connector has created one is known from its records alone, so that it is nobody's when the records are lost (DC-34).
   */
  readonly afterKill?: (folder: string, random: Random) => string
  /** `before-each-kill`: also between a kill and the next start; `before-the-first`: nothing changes until a run ends. */
  readonly changes: 'before-each-kill' | 'before-the-first'
}

/** How far most syncs come. */
const courses = {
  full: { 'store-requests': 60, 'store-writes': 25, 'directory-searches': 30, milliseconds: 700 },
  incremental: { 'store-requests': 24, 'store-writes': 8, 'directory-searches': 24, milliseconds: 450 },
} as const

const moments = ['store-requests', 'store-writes', 'store-writes', 'directory-searches', 'milliseconds'] as const

/** Figures: how often each kind of sync was killed by each kind of point, and how runs ended that were not. */
export type SurvivalFigures = Readonly<Record<string, number>>

/**
 * Kills full and incremental syncs of a company that changes all the time, with a store that answers badly, until so many
 * kills are survived. After every few kills a run may end, and must have lost nothing and repeated nothing.
 */
export async function surviveKills(seed: number, survival: Survival): Promise<SurvivalFigures> {
  const figures: Record<string, number> = {}
  const count = (what: string) => {
    figures[what] = (figures[what] ?? 0) + 1
  }
  for (let left = survival.kills, life = 0; left > 0; left -= killsInOneLife, life += 1) {
    const story: string[] = []
    try {
      await live(randomFrom(seed + life), { ...survival, kills: Math.min(left, killsInOneLife) }, story, count)
    } catch (error) {
      const told = `DIRECTORY_CONNECTOR_SEED=${seed + life} begins with this life:\n${story.join('\n')}`
      throw new Error(`${error instanceof Error ? error.message : error}\n${told}`, { cause: error })
    }
  }
  return figures
}

async function live(
  random: Random,
  { kills, afterKill, changes }: Survival,
  story: string[],
  count: (what: string) => void,
): Promise<void> {
  const hasContacts = afterKill === undefined
  const company = new ChangingCompany(random, people)
  const expected = () => (hasContacts ? company.expected() : { ...company.expected(), contacts: new Map() })
  const sides = await startEmbeddedSides(company.entries(), {
    pageSize: 15,
    selection: { excludeDns: [leftDn], contacts: { enabled: hasContacts } },
    avatar: thumbnails,
  })
  company.liveIn(sides.directory)
  let kinds: readonly ('full' | 'incremental')[] = ['full']
  try {
    for (let killed = 0; killed < kills; ) {
      for (let more = random.between(1, 3), first = true; more > 0 && killed < kills; first = false) {
        if (first || (changes === 'before-each-kill' && random.between(0, 2) > 0)) {
          for (let left = random.between(1, 6); left > 0; left -= 1) story.push(company.change())
        }
        const kind = random.oneOf(kinds)
        const moment = randomMoment(random, kind)
        beBad(sides.store.faults, random)
        const end = await killedSync(sides, kind, moment)
        story.push(`${kind}, to be killed after ${moment.count} ${moment.after}: ${told(end)}`)
        if (end.end !== 'killed') {
          expect(['done', 'equal', 'partial']).toContain(end.end)
          count(`${kind} ended before its kill: ${end.end}`)
          if (changes === 'before-the-first') break
          more -= random.between(0, 1)
          continue
        }
        count(`${kind} killed after some ${moment.after}`)
        if (end.writes > 0) count('killed while it wrote')
        killed += 1
        more -= 1
        if (!afterKill) continue
        const done = afterKill(sides.folder, random)
        story.push(done)
        count(done.replace(/ at byte.*/, ''))
      }
      story.push(...company.endConflicts())
      await finish(sides, expected, random, random.oneOf(kinds), story)
      company.isSettled()
      kinds = ['full', 'incremental', 'incremental']
    }
  } finally {
    await sides.close()
  }
}

/** Restarts until a run ends, and proves that all is well. */
async function finish(
  sides: EmbeddedSides,
  expected: () => ExpectedStore,
  random: Random,
  kind: 'full' | 'incremental',
  story: string[],
): Promise<void> {
  const { faults } = sides.store
  const connector = composeConnector({
    dataFolder: sides.folder,
    access: 'write',
    purpose: 'test',
    environment: sides.environment,
    clock: clockWithRhythm(faults, () => beBad(faults, random)),
    progress: () => {},
  })
  try {
    const statuses: string[] = []
    while (statuses.length < 4 && !statuses.some((status) => status === 'done' || status === 'equal')) {
      connector.retrySetAside('all')
      const result = await (kind === 'full' ? connector.syncFull() : connector.syncIncremental())
      story.push(`${kind}, left alone: ${result.run.status}: ${changesOf(connector, result).map(said).join(', ')}`)
      statuses.push(result.run.status)
    }
    beGood(faults)
    await proveEqual(sides, expected(), connector)
  } finally {
    await connector.close()
  }
}

async function proveEqual(sides: EmbeddedSides, expected: ExpectedStore, connector: Connector): Promise<void> {
  await expectStoreHolds(sides, expected)
  expect(connector.setAside()).toEqual([])
  const again = await connector.syncIncremental()
  expect(changesOf(connector, again).map(said)).toEqual([])
  expect(again.run.status).toBe('equal')
  await expectEqual(connector)
  expect(connector.runs().filter(({ status }) => status === 'running')).toEqual([])
}

/** Makes a sync in a process of its own and kills it at a moment, unless it ends before. */
async function killedSync(sides: EmbeddedSides, kind: 'full' | 'incremental', moment: Moment): Promise<SyncEnd> {
  const process = startSync(sides, kind)
  if ((await process.until(moment)) === 'reached') process.signal('SIGKILL')
  return process.ended
}

/** Spread over the whole course of a sync; some end before. */
function randomMoment(random: Random, kind: 'full' | 'incremental'): Moment {
  const after = random.oneOf(moments)
  return { after, count: random.between(1, courses[kind][after]) }
}

function told({ end, storeRequests, writes, searches }: SyncEnd): string {
  return `${end}, with ${storeRequests} requests to the store, ${writes} of them writes, and ${searches} searches`
}
