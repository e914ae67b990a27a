import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ConnectorError } from '../model/error.ts'
import type { Finding } from '../model/finding.ts'
import { fileProblem } from './fileProblem.ts'
import type { SecretReference } from './schema.ts'

/** A secret with what should be known about how it is kept. `value` never goes into a message, an event or a report. */
export interface Secret {
  readonly value: string
  readonly findings: readonly Finding[]
}

/**
 * Reads a secret from where the settings say it is. One newline at the end of a file is dropped. A relative file is
 * looked for in `baseFolder`, the folder of the settings file.
 *
 * Throws ConnectorError (settings, `secret-missing`) that names the variable or the file, never what is in it.
 */
export async function readSecret(
  reference: SecretReference,
  baseFolder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Secret> {
  if ('env' in reference) return { value: fromEnvironment(reference.env, environment), findings: [] }
  const path = resolve(baseFolder, reference.file)
  return { value: await fromFile(path), findings: await permissionFindings(path) }
}

function fromEnvironment(name: string, environment: Readonly<Record<string, string | undefined>>): string {
  const value = environment[name]
  if (value !== undefined && value !== '') return value
  throw new ConnectorError({
    side: 'settings',
    code: 'secret-missing',
    message: `The environment variable ${name} is ${value === undefined ? 'not set' : 'empty'}.`,
    remedy: `Set ${name} for the process of the connector, or name another place of the secret in the settings.`,
    place: name,
  })
}

async function fromFile(path: string): Promise<string> {
  const remedy = 'Put the secret, and nothing else, into this file, readable by the account of the connector.'
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const message = `The secret file ${path} cannot be read: ${fileProblem(error)}.`
    throw new ConnectorError({ side: 'settings', code: 'secret-missing', message, remedy, place: path, cause: error })
  }
  const value = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '')
  if (value !== '') return value
  const message = `The secret file ${path} is empty.`
  throw new ConnectorError({ side: 'settings', code: 'secret-missing', message, remedy, place: path })
}

/** Windows keeps rights in another way, which `mode` does not show. */
async function permissionFindings(path: string): Promise<readonly Finding[]> {
  if (process.platform === 'win32') return []
  const { mode } = await stat(path)
  if ((mode & 0o077) === 0) return []
  return [
    {
      level: 'warning',
      side: 'settings',
      subject: `secret file ${path}`,
      message: `Other accounts of this computer may open it (mode ${(mode & 0o777).toString(8).padStart(4, '0')}).`,
      remedy: `chmod 600 ${path}`,
    },
  ]
}
