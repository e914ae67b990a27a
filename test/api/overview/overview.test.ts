import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Light } from '../../../app/api/overview/overview.ts'
import { readOverview } from '../../../app/api/overview/readOverview.ts'
import { loadSettings } from '../../../app/settings/settingsFile.ts'
import { type ConnectorUnderTest, connectorOn, day, settingsWith } from '../../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../../fakes/fakeSource.ts'
import { fakeTarget } from '../../fakes/fakeTarget.ts'
import { crowd, person } from '../../fakes/people.ts'
import { now, open } from '../../state/stateFixture.ts'
import { temporaryFolders } from '../../state/temporaryFolders.ts'

const folder = temporaryFolders()
const settings = settingsWith({ selection: { baseDns: ['DC=corp,DC=test'] } })

let connector: ConnectorUnderTest
let source: FakeSource
afterEach(() => connector?.close())
const company = async (...given: Parameters<typeof settingsWith>) => {
  source = fakeSource(crowd(4))
  connector = await connectorOn(source, fakeTarget(), given.length > 0 ? settingsWith(...given) : settings)
}
const light = async (): Promise<Light> => (await connector.overview()).light

describe('before anything is set up', () => {
  const empty = async (text?: string) => {
    const dataFolder = folder()
    if (text !== undefined) writeFileSync(join(dataFolder, 'settings.yaml'), text)
    const state = open(dataFolder)
    try {
      return await readOverview({ dataFolder, state, loadSettings: () => loadSettings(dataFolder), now: () => now })
    } finally {
      state.close()
    }
  }

  it('says so, and that nothing can be started', async () => {
    const overview = await empty()
    expect(overview).toMatchObject({
      light: { kind: 'not-set-up', page: '/start' },
      connector: null,
      recentRuns: [],
      lastPlan: null,
      fullSyncedAt: null,
      configuration: [],
      warnings: [],
    })
    for (const can of Object.values(overview.can)) expect(can).toMatchObject({ possible: false, page: '/start' })
  })

  it('tells of settings that cannot be read in their own words', async () => {
    const { light, can } = await empty('version: 1\nname: 7\n')
    expect(light).toMatchObject({ kind: 'failed', page: '/configure/general' })
    expect(light.sentence).toContain('settings.yaml')
    expect(can.dryRun).toMatchObject({ possible: false, why: light.sentence, page: '/configure/general' })
  })
})

describe('what can be started', () => {
  it('is a dry run at first, then a full sync, then an incremental one', async () => {
    await company()
    expect((await connector.overview()).can).toMatchObject({
      dryRun: { possible: true },
      full: { possible: false, why: 'No dry run was made with the present settings yet.', page: '/plans' },
      incremental: { possible: false, why: expect.stringContaining('needs a full sync before it'), page: '/plans' },
    })
    await connector.dryRun()
    expect((await connector.overview()).can).toMatchObject({
      full: { possible: true },
      incremental: { possible: false },
    })
    await connector.syncFull()
    expect((await connector.overview()).can).toEqual({
      dryRun: { possible: true },
      full: { possible: true },
      incremental: { possible: true },
    })
  })

  it('is no incremental sync while paused, and a dry run alone after other settings', async () => {
    await company()
    await connector.syncFull()
    connector.pause()
    expect((await connector.overview()).can.incremental).toMatchObject({
      possible: false,
      why: expect.stringContaining('paused'),
    })
    connector.resume()
    await connector.use({ ...settings, mismatched: 'delete' })
    const { can } = await connector.overview()
    expect(can.dryRun).toEqual({ possible: true })
    expect(can.full).toMatchObject({ possible: false })
    expect(can.incremental).toMatchObject({ possible: false, why: expect.stringContaining('settings have changed') })
  })
})

describe('the light', () => {
  it('goes from never synced over a waiting plan to equal', async () => {
    await company()
    expect(await light()).toMatchObject({ kind: 'never-synced', page: '/plans' })
    const { plan } = await connector.dryRun()
    expect(await light()).toMatchObject({
      kind: 'never-synced',
      sentence: expect.stringContaining('4 changes'),
      page: `/plans/${plan.id}`,
    })
    await connector.apply(plan.id, [])
    expect(await light()).toEqual({ kind: 'equal', sentence: 'Everything is equal.', page: null })
  })

  it('tells of changes that a dry run has found', async () => {
    await company()
    await connector.syncFull()
    source.entries = [...crowd(4), person('late')]
    const { plan } = await connector.dryRun()
    expect(await light()).toEqual({
      kind: 'changes-waiting',
      sentence: '1 change waits to be applied.',
      page: `/plans/${plan.id}`,
    })
    await connector.dryRun({ unsaved: { ...settings, mismatched: 'delete' } })
    expect((await light()).page).toBe(`/plans/${plan.id}`)
  })

  it('says by what the last plan was halted', async () => {
    const limit = { percent: 0, atLeast: 1, atMost: 1 }
    await company({
      selection: { baseDns: ['DC=corp,DC=test'] },
      guards: { deletions: { users: limit, rooms: limit, groups: limit, contacts: limit, avatars: limit } },
    })
    await connector.syncFull()
    source.entries = crowd(1)
    const { plan } = await connector.syncFull()
    expect(plan.halted[0]?.count).toBe(3)
    expect(await light()).toEqual({
      kind: 'halted',
      sentence: 'Halted: 3 of 4 linked users would be made inactive or deleted because their entry is gone.',
      page: `/plans/${plan.id}`,
    })
  })

  it('is red after a run that failed, and says why', async () => {
    await company()
    await connector.syncFull()
    source.read = () => {
      throw new Error('not today')
    }
    await expect(connector.dryRun()).rejects.toThrow()
    const failed = connector.runs()[0]?.id
    expect(await light()).toMatchObject({ kind: 'failed', page: `/runs/${failed}` })
    expect((await connector.overview()).troubles).toBe(1)
  })

  it('says that the schedule is paused, and that settings have changed', async () => {
    await company()
    await connector.syncFull()
    connector.pause()
    expect(await light()).toMatchObject({ kind: 'paused' })
    connector.resume()
    await connector.use({ ...settings, mismatched: 'delete' })
    expect(await light()).toMatchObject({ kind: 'changes-waiting', page: '/plans' })
  })
})

it('counts what is in the store, and shows the last runs newest first', async () => {
  await company()
  await connector.dryRun()
  await connector.syncFull()
  connector.passDays(1)
  source.entries = [...crowd(3), person('late')]
  await connector.syncFull()
  const { linked, lastRuns, recentRuns, fullSyncedAt, connector: named, troubles } = await connector.overview()
  expect(linked).toEqual({ users: 4, rooms: 0, groups: 0, contacts: 0, avatars: 0 })
  expect(lastRuns.map(({ sentence }) => sentence)).toEqual([
    '1 person was added, 1 made inactive.',
    '4 people were added.',
  ])
  expect(recentRuns.map(({ kind, added, removed }) => [kind, added, removed])).toEqual([
    ['full', 1, 1],
    ['full', 4, 0],
    ['dry-run', 4, 0],
  ])
  expect(Date.parse(fullSyncedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(recentRuns[1]?.startedAt ?? '') + day)
  expect(named).toMatchObject({ name: 'test', directory: { type: 'ad-ds', place: 'ldaps://directory.test' } })
  expect(troubles).toBe(0)
})
