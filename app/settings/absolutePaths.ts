import { isAbsolute, resolve } from 'node:path'
import type { SecretReference, Settings } from './schema.ts'

/**
 * The same settings with every path of a file made absolute. Paths in a settings file are relative to that file; when
 * the settings move into a data folder, nothing may break, so they are rewritten against the folder they came from.
 */
export function absolutePaths(settings: Settings, baseFolder: string): Settings {
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(baseFolder, path))
  const reference = (secret: SecretReference): SecretReference =>
    'file' in secret ? { file: absolute(secret.file) } : secret
  const { directory, store, avatar } = settings
  const { tls, bind } = directory
  const { auth } = store
  return {
    ...settings,
    directory: {
      ...directory,
      tls: {
        ...tls,
        ...(tls.caFile === undefined ? {} : { caFile: absolute(tls.caFile) }),
        ...(tls.certificateFile === undefined ? {} : { certificateFile: absolute(tls.certificateFile) }),
        ...(tls.keyFile === undefined ? {} : { keyFile: absolute(tls.keyFile) }),
      },
      bind: bind.method === 'simple' ? { ...bind, password: reference(bind.password) } : bind,
    },
    store: {
      ...store,
      ...(store.caFile === undefined ? {} : { caFile: absolute(store.caFile) }),
      auth:
        auth.method === 'bearer'
          ? { ...auth, token: reference(auth.token) }
          : { ...auth, clientSecret: reference(auth.clientSecret) },
    },
    ...(avatar?.source === 'server' && avatar.credential
      ? { avatar: { ...avatar, credential: { ...avatar.credential, password: reference(avatar.credential.password) } } }
      : {}),
  }
}
