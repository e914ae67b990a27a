import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

/** Where newer versions of this build are published, as its app-update.yml says. */
export type UpdatePlace =
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly why: string }
  | { readonly kind: 'known'; readonly publishers: readonly string[] }

const name = z.string().min(1)

const schema = z.object({
  provider: z.literal('generic'),
  url: z.url().refine(isSafe, 'must begin with https://'),
  /** Whose signature an installer for Windows must have: a common name or a whole distinguished name. */
  publisherName: z
    .union([name, z.array(name)])
    .nullish()
    .transform((names) => (typeof names === 'string' ? [names] : (names ?? []))),
})

/** Never throws: a build that knows no place says so, and one whose place may not be asked says why. */
export function readUpdatePlace(file: string): UpdatePlace {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return { kind: 'none' }
  }
  try {
    return { kind: 'known', publishers: schema.parse(parse(text)).publisherName }
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined
    const why = issue
      ? `${issue.path.join('.')} ${issue.message}`
      : error instanceof Error
        ? error.message
        : String(error)
    return { kind: 'unusable', why: `${file} cannot be used: ${why}` }
  }
}

/** What travels unencrypted never leaves the computer. */
function isSafe(text: string): boolean {
  try {
    const { protocol, hostname } = new URL(text)
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
  } catch {
    return false
  }
}
