import { type SecretReference, type Settings, settingsSchema } from '../settings/schema.ts'
import { companyAccount, companyBaseDn } from './directory/companyEntries.ts'

export interface DemoPlaces {
  readonly directoryUrl: string
  readonly storeUrl: string
  /** Where the password of the directory and the token of the store are kept. */
  readonly secrets: { readonly directory: SecretReference; readonly store: SecretReference }
}

/** The settings that bring directory and store of the made-up company together. */
export function demoSettings({ directoryUrl, storeUrl, secrets }: DemoPlaces): Settings {
  return settingsSchema.parse({
    version: 1,
    name: 'demo',
    directory: {
      type: 'ad-ds',
      servers: [directoryUrl],
      bind: { method: 'simple', user: companyAccount.dn, password: secrets.directory },
    },
    store: { url: storeUrl, auth: { method: 'bearer', token: secrets.store } },
    selection: {
      baseDns: [companyBaseDn],
      rooms: { enabled: true, attributes: [{ name: 'extensionAttribute5', equals: 'Raum' }] },
      groups: { enabled: true },
      contacts: { enabled: true },
    },
    avatar: { enabled: true, source: 'attribute', attribute: 'thumbnailPhoto' },
    organization: { country: 'DE', language: 'de-DE' },
  })
}
