import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { ConnectorError } from '../model/error.ts'
import { absolutePaths } from './absolutePaths.ts'
import { fileErrorCode, fileProblem } from './fileProblem.ts'
import { parseSettings } from './parseSettings.ts'
import type { Settings } from './schema.ts'

/**
 * Reads a settings file from anywhere; paths in it, which are relative to it, come out absolute. Besides what
 * `parseSettings` throws: ConnectorError of side settings, `settings-unreadable` or `not-utf8`.
 */
export async function readSettingsFile(path: string): Promise<Settings> {
  const text = await readSettingsText(path)
  if (text === null) throw unreadable(path, { code: 'ENOENT' })
  return absolutePaths(parseSettings(text, path), dirname(resolve(path)))
}

/** The text of a settings file; null when there is no such file. Throws as `readSettingsFile`. */
export async function readSettingsText(path: string): Promise<string | null> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return null
    throw unreadable(path, error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new ConnectorError({
      side: 'settings',
      code: 'not-utf8',
      message: `The settings file ${path} is not UTF-8 text.`,
      remedy: 'Save it as UTF-8. PowerShell 5 writes UTF-16 with ">"; use Set-Content -Encoding utf8.',
      place: path,
      cause: error,
    })
  }
}

function unreadable(path: string, error: unknown): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'settings-unreadable',
    message: `The settings file ${path} cannot be read: ${fileProblem(error)}.`,
    remedy: 'Correct the path, or the rights of the file.',
    place: path,
    cause: error,
  })
}
