import { ConnectorError } from '../../app/model/error.ts'
import type { SecretReference, Settings } from '../../app/settings/schema.ts'
import type { SecretPurpose } from '../../app/settings/secretFiles.ts'
import { changeSettings } from './changeSettings.ts'
import type { Terminal } from './terminal.ts'

/**
 * Keeps a secret in the data folder and lets the settings name it.
 * @throws ConnectorError as the methods of `Configuration`, and `no-such-secret` (side settings)
 */
export async function setSecret(terminal: Terminal, purpose: SecretPurpose, value: string): Promise<void> {
  await changeSettings(terminal, async (settings, configuration) => {
    // Whether there is a place for it is looked at first: nothing is kept for nobody.
    withSecret(settings, purpose, { env: 'SECRET' })
    return withSecret(settings, purpose, await configuration.keepSecret(purpose, value))
  })
}

/** The same settings, which find one of their secrets at another place. */
function withSecret(settings: Settings, purpose: SecretPurpose, reference: SecretReference): Settings {
  const { directory, store, avatar } = settings
  switch (purpose) {
    case 'directory': {
      const { bind } = directory
      if (bind.method !== 'simple') throw noSuchSecret(`The directory's bind method is ${bind.method}.`, bindRemedy)
      return { ...settings, directory: { ...directory, bind: { ...bind, password: reference } } }
    }
    case 'store': {
      const { auth } = store
      const renewed = auth.method === 'bearer' ? { ...auth, token: reference } : { ...auth, clientSecret: reference }
      return { ...settings, store: { ...store, auth: renewed } }
    }
    case 'avatar': {
      if (avatar?.source !== 'server' || avatar.credential === undefined)
        throw noSuchSecret('The settings name no user for the server of pictures.', avatarRemedy)
      return { ...settings, avatar: { ...avatar, credential: { ...avatar.credential, password: reference } } }
    }
  }
}

const bindRemedy = 'Only the bind method simple has a password; write it into directory.bind first.'
const avatarRemedy = 'Write avatar.credential into the settings first.'

function noSuchSecret(message: string, remedy: string): ConnectorError {
  return new ConnectorError({ side: 'settings', code: 'no-such-secret', message, remedy })
}
