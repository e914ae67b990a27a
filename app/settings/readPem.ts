import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ConnectorError } from '../model/error.ts'
import { fileProblem } from './fileProblem.ts'

/**
 * The text of a PEM file (certificates or a key). A relative path is looked for in `baseFolder`, the folder of the
 * settings file. Throws ConnectorError of side settings: `pem-unreadable`, or `not-pem` (often a DER file).
 */
export async function readPem(path: string, baseFolder: string): Promise<string> {
  const place = resolve(baseFolder, path)
  let text: string
  try {
    text = await readFile(place, 'latin1')
  } catch (error) {
    throw new ConnectorError({
      side: 'settings',
      code: 'pem-unreadable',
      message: `The file ${place} cannot be read: ${fileProblem(error)}.`,
      remedy:
        'Correct the path in the settings (relative paths start at the settings file), or the rights of the file.',
      place,
      cause: error,
    })
  }
  if (/-----BEGIN [A-Z0-9 ]+-----/.test(text)) return text
  throw new ConnectorError({
    side: 'settings',
    code: 'not-pem',
    message: `The file ${place} is not PEM: no line in it reads -----BEGIN …-----.`,
    remedy: `Export it as Base64, or convert it: openssl x509 -inform der -in ${place} -out ${place}.pem`,
    place,
  })
}
