import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoSettings } from '../../app/demo/demoSettings.ts'
import { companyAccount } from '../../app/demo/directory/companyEntries.ts'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { type DemoSides, runDemoSides } from './runDemoSides.ts'

/** A made-up company with a directory and a store of its own, and the settings that bring them together. */
export interface DemoCompany extends DemoSides {
  /** The bearer token of the store. */
  readonly token: string
  readonly settings: SettingsInput
}

/** Starts it; what the store holds, and the secrets of both sides, live in `folder`. */
export async function startDemoCompany(folder: string): Promise<DemoCompany> {
  const token = randomBytes(16).toString('hex')
  const sides = await runDemoSides({ storeFile: join(folder, 'store.db'), token })
  // The secrets of the demo live as long as its folder; other terminals read them from there.
  const secrets = join(folder, 'secrets')
  mkdirSync(secrets, { mode: 0o700 })
  const secretFile = (name: string, value: string) => {
    const file = join(secrets, name)
    writeFileSync(file, value, { mode: 0o600 })
    return { file }
  }
  const settings = demoSettings({
    directoryUrl: sides.directory.url,
    storeUrl: sides.store.url,
    secrets: { directory: secretFile('directory', companyAccount.password), store: secretFile('store', token) },
  })
  return { ...sides, token, settings }
}
