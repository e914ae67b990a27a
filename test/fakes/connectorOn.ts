import { rmSync } from 'node:fs'
import type { Connector } from '../../app/api/connector.ts'
import { openConnector } from '../../app/api/openConnector.ts'
import type { PictureSource } from '../../app/avatar/pictureSource.ts'
import type { Change, Outcome } from '../../app/model/change.ts'
import type { PlanObject } from '../../app/model/plan.ts'
import { type Settings, type SettingsInput, settingsSchema } from '../../app/settings/schema.ts'
import { loadSettings, saveSettings } from '../../app/settings/settingsFile.ts'
import type { Source } from '../../app/source/source.ts'
import { openState } from '../../app/state/sqlite/openState.ts'
import { translateSqliteError } from '../../app/state/sqlite/translateSqliteError.ts'
import type { State } from '../../app/state/state.ts'
import type { SyncResult } from '../../app/sync.ts'
import type { Target } from '../../app/target/target.ts'
import { type LeapingClock, leapingClock } from './leapingClock.ts'
import { baseDn } from './people.ts'
import { quickFolder } from './quickFolder.ts'

/** A connector with a data folder, a state and a clock of its own, on a source and a target of the test's choice. */
export interface ConnectorUnderTest extends Connector {
  readonly folder: string
  readonly state: State
  readonly clock: LeapingClock
  /** Saves other settings. */
  use(settings: Settings): Promise<void>
  passDays(days: number): void
}

export const day = 24 * 60 * 60 * 1000

/** Settings on which a test changes what matters to it; guards halt nothing. */
export function settingsWith(changes: Partial<SettingsInput> = {}): Settings {
  const none = { percent: 100, atLeast: 10_000, atMost: 10_000 }
  return settingsSchema.parse({
    version: 1,
    name: 'test',
    directory: { type: 'ad-ds', servers: ['ldaps://directory.test'], bind: { method: 'anonymous' } },
    store: { url: 'https://store.test/scim', auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
    selection: { baseDns: [baseDn], groups: { enabled: true } },
    guards: { deletions: { users: none, rooms: none, groups: none, contacts: none, avatars: none } },
    ...changes,
  })
}

export async function connectorOn(
  source: Source,
  target: Target,
  settings: Settings = settingsWith(),
  givenFolder?: string,
  pictures?: PictureSource | ((settings: Pick<Settings, 'avatar'>) => PictureSource),
): Promise<ConnectorUnderTest> {
  const folder = givenFolder ?? quickFolder('connector')
  const clock = leapingClock()
  await saveSettings(folder, settings)
  const state = openState({ folder, access: 'write', purpose: 'test', now: clock.now() })
  state.runs.closeInterrupted(clock.now())
  const connector = openConnector({
    dataFolder: folder,
    loadSettings: () => loadSettings(folder),
    state,
    openSource: async () => source,
    openTarget: async () => target,
    openPictures: async (settings) =>
      typeof pictures === 'function' ? pictures(settings) : (pictures ?? noPictures()),
    lookUpControllers: async () => [],
    protect: async () => {},
    now: () => clock.now(),
    progress: () => {},
    signal: new AbortController().signal,
    translate: (error) => translateSqliteError(error, folder),
  })
  return {
    ...connector,
    folder,
    state,
    clock,
    use: (changed) => saveSettings(folder, changed),
    passDays: (days) => clock.advance(days * day),
    async close() {
      await connector.close()
      if (givenFolder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function noPictures(): never {
  throw new Error('This test has no pictures.')
}

/** The changes of a plan with what became of them. */
export function changesOf(connector: Connector, { plan }: SyncResult): readonly Change[] {
  return [...connector.plan(plan.id).changes()].map(({ change }) => change)
}

export function outcomesOf(connector: Connector, { plan }: SyncResult): ReadonlyMap<string, Outcome | null> {
  return new Map([...connector.plan(plan.id).changes()].map(({ change, outcome }) => [change.name, outcome]))
}

export function objectsOf(connector: Connector, { plan }: SyncResult): readonly PlanObject[] {
  return [...connector.plan(plan.id).objects()]
}

/** A change in one line: `deactivate ann@corp.test (vanished)`. */
export function said({ kind, name, reason }: Change): string {
  return `${kind} ${name} (${reason.kind})`
}

/** Proves that directory and store are equal now: a dry run plans nothing. */
export async function expectEqual(connector: Connector): Promise<void> {
  const again = await connector.dryRun()
  expect(changesOf(connector, again).map(said)).toEqual([])
}
