import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { type Install, makeInstall } from './install.ts'
import { startStore, type TestStore } from './startStore.ts'

/** What a test of the command line works with. */
export interface Workplace {
  readonly install: Install
  readonly store: TestStore
  readonly settings: SettingsInput
  /** Ends the store and removes all folders. */
  end(): Promise<void>
}

export interface WorkplaceOptions {
  /** Where a bind needs a password, it must be found in the environment variable `DIRECTORY_PASSWORD`. */
  readonly directory: SettingsInput['directory']
  readonly password: string
  readonly selection: SettingsInput['selection']
  /** Which store to be; default `generic`. */
  readonly profile?: 'generic' | 'webex'
  readonly avatar?: SettingsInput['avatar']
}

/** Starts an empty store and makes an install for it, on which `init` has run. */
export async function makeWorkplace(options: WorkplaceOptions): Promise<Workplace> {
  const { directory, password, selection, profile = 'generic', avatar } = options
  const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-store-'))
  const store = await startStore(folder, profile)
  const auth = { method: 'bearer', token: { env: 'STORE_TOKEN' } } as const
  const settings: SettingsInput = {
    ...{ version: 1, name: 'hq', directory, selection },
    store: { profile, url: store.url, auth },
    ...(avatar && { avatar }),
  }
  const install = makeInstall(settings, { DIRECTORY_PASSWORD: password, STORE_TOKEN: store.token })
  const end = async () => {
    install.remove()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const init = await install.run('init', '--settings', install.settingsFile)
  if (init.code === 0) return { install, store, settings, end }
  await end()
  throw new Error(`init ended with ${init.code}: ${init.stderr}`)
}

/** The same for one piece of work, after which everything is gone. */
export async function withWorkplace(
  options: WorkplaceOptions,
  work: (workplace: Workplace) => Promise<void>,
): Promise<void> {
  const workplace = await makeWorkplace(options)
  try {
    await work(workplace)
  } finally {
    await workplace.end()
  }
}
