import { isAbsolute, resolve } from 'node:path'
import type { AvatarSettings, DirectorySettings, SecretReference, Settings, StoreSettings } from './schema.ts'

/** The sections that name files. */
type Places = Partial<Pick<Settings, 'directory' | 'store' | 'avatar'>>

/**
 * The same settings, or sections of them, with every path of a file made absolute. Paths in a settings file are relative to
 * that file; when the settings move into a data folder, nothing may break, so they are rewritten against the folder they
 * came from.
 */
export function absolutePaths<Sections extends Places>(settings: Sections, baseFolder: string): Sections {
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(baseFolder, path))
  const { directory, store, avatar } = settings
  return {
    ...settings,
    ...(directory && { directory: ofDirectory(directory, absolute) }),
    ...(store && { store: ofStore(store, absolute) }),
    ...(avatar && { avatar: ofAvatar(avatar, absolute) }),
  }
}

type Absolute = (path: string) => string

function ofSecret(secret: SecretReference, absolute: Absolute): SecretReference {
  return 'file' in secret ? { file: absolute(secret.file) } : secret
}

function ofDirectory(directory: DirectorySettings, absolute: Absolute): DirectorySettings {
  const { tls, bind } = directory
  return {
    ...directory,
    tls: {
      ...tls,
      ...(tls.caFile === undefined ? {} : { caFile: absolute(tls.caFile) }),
      ...(tls.certificateFile === undefined ? {} : { certificateFile: absolute(tls.certificateFile) }),
      ...(tls.keyFile === undefined ? {} : { keyFile: absolute(tls.keyFile) }),
    },
    bind: bind.method === 'simple' ? { ...bind, password: ofSecret(bind.password, absolute) } : bind,
  }
}

function ofStore(store: StoreSettings, absolute: Absolute): StoreSettings {
  const { auth } = store
  return {
    ...store,
    ...(store.caFile === undefined ? {} : { caFile: absolute(store.caFile) }),
    auth:
      auth.method === 'bearer'
        ? { ...auth, token: ofSecret(auth.token, absolute) }
        : { ...auth, clientSecret: ofSecret(auth.clientSecret, absolute) },
  }
}

function ofAvatar(avatar: AvatarSettings, absolute: Absolute): AvatarSettings {
  if (avatar.source !== 'server' || avatar.credential === undefined) return avatar
  const { credential } = avatar
  return { ...avatar, credential: { ...credential, password: ofSecret(credential.password, absolute) } }
}
