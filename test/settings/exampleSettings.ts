import { parseSettings } from '../../app/settings/parseSettings.ts'
import type { Settings } from '../../app/settings/schema.ts'

/** The shortest settings that are accepted; what is left out has its default. */
export const shortestText = `version: 1
name: hq
directory:
  type: ad-ds
  servers: ["ldaps://dc1.corp.example.com"]
  bind: { method: simple, user: svc@corp.example.com, password: { env: DIRECTORY_PASSWORD } }
store:
  url: https://identity.example.com/scim/v2
  auth: { method: bearer, token: { env: STORE_TOKEN } }
selection:
  baseDns: ["DC=corp,DC=example,DC=com"]
`

/** Settings with a part of the text replaced; the part must be there. */
export function settingsWith(part: string, replacement: string): Settings {
  return parseSettings(textWith(part, replacement), 'hq.yaml')
}

export function textWith(part: string, replacement: string): string {
  if (!shortestText.includes(part)) throw new Error(`The example does not hold ${part}`)
  return shortestText.replace(part, replacement)
}
