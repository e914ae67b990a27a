import type { SecretReference, Settings } from './schema.ts'

/** Where settings find their secrets. */
export function secretReferences({ directory, store, avatar }: Settings): readonly SecretReference[] {
  const { bind } = directory
  const { auth } = store
  return [
    ...(bind.method === 'simple' ? [bind.password] : []),
    auth.method === 'bearer' ? auth.token : auth.clientSecret,
    ...(avatar?.source === 'server' && avatar.credential ? [avatar.credential.password] : []),
  ]
}
