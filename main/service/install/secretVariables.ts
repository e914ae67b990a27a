import type { Settings } from '../../../app/settings/schema.ts'

/** Environment variables in which the settings expect secrets. */
export function secretVariables({ directory: { bind }, store: { auth } }: Settings): readonly string[] {
  const secrets = [
    bind.method === 'simple' ? bind.password : null,
    auth.method === 'bearer' ? auth.token : auth.clientSecret,
  ]
  return secrets.flatMap((secret) => (secret !== null && 'env' in secret ? [secret.env] : []))
}
