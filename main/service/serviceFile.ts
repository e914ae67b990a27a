import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ServiceDoor } from '../../app/api/remote/socketTransport.ts'
import { ConnectorError } from '../../app/model/error.ts'
import { protectPath } from '../protectPath.ts'

const fileName = 'service.json'

const schema = z.object({ address: z.string().min(1), token: z.string().min(32) })

/**
 * Tells clients where the service listens, in a file that only its account and administrators can read. Replaces what a
 * killed service has left.
 */
export async function writeServiceFile(dataFolder: string, door: ServiceDoor): Promise<void> {
  const file = join(dataFolder, fileName)
  const temporary = `${file}.${process.pid}.tmp`
  rmSync(temporary, { force: true })
  writeFileSync(temporary, '', { mode: 0o600 })
  await protectPath(temporary, 'file')
  writeFileSync(temporary, JSON.stringify(door))
  renameSync(temporary, file)
}

/**
 * Null when no service has written it, or none that this version understands.
 * @throws ConnectorError (side connector) `service-of-another-account`
 */
export function readServiceFile(dataFolder: string): ServiceDoor | null {
  const file = join(dataFolder, fileName)
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EACCES' && code !== 'EPERM') return null
    throw new ConnectorError({
      side: 'connector',
      code: 'service-of-another-account',
      message: `The service of ${dataFolder} belongs to another account of this computer.`,
      remedy: 'Give the command as that account or as an administrator; nobody else may use the service.',
      place: file,
      cause: error,
    })
  }
}

export function removeServiceFile(dataFolder: string): void {
  rmSync(join(dataFolder, fileName), { force: true })
}
