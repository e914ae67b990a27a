import { createHash, randomBytes } from 'node:crypto'
import { accessSync, constants, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConnectorError } from '../../app/model/error.ts'

/** What fits into `sun_path`, without its closing zero. */
const longestSocketPath = process.platform === 'darwin' ? 103 : 107

/**
 * Where the service of a data folder listens. Clients do not compute it: the service writes it down (serviceFile.ts).
 *
 * - Linux, macOS: `service.sock` in the data folder; where that path is too long for a socket, a private folder of the
 *   same account in the runtime folder of the system.
 * - Windows: a named pipe. Node gives it Windows' default rights: the account of the service, administrators and the
 *   system may do everything; everyone else may open it for reading, but not send anything. A name that cannot be
 *   guessed keeps others from taking it first, and the token (serviceServer.ts) does the rest.
 */
export function serviceAddress(dataFolder: string): string {
  const real = realpathSync.native(dataFolder)
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\directory-connector-${hashOf(real.toLowerCase())}-${randomBytes(8).toString('hex')}`
  const inside = join(real, 'service.sock')
  if (Buffer.byteLength(inside) <= longestSocketPath) return inside
  return join(privateFolder(`directory-connector-${hashOf(real)}`), 'service.sock')
}

function hashOf(path: string): string {
  return createHash('sha256').update(path, 'utf8').digest('hex').slice(0, 32)
}

/** A folder that nobody else can have prepared, though everybody may write beside it. */
function privateFolder(name: string): string {
  const { RUNTIME_DIRECTORY, XDG_RUNTIME_DIR } = process.env
  const above = [RUNTIME_DIRECTORY, XDG_RUNTIME_DIR, '/run'].find((folder) => folder && isWritable(folder)) ?? tmpdir()
  const folder = join(above, name)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0) return folder
  throw new ConnectorError({
    side: 'connector',
    code: 'socket-folder-not-private',
    message: `${folder} should be a folder that only the account of the service can open, and is not.`,
    remedy: 'Remove it, or move the data folder to a shorter path so that its own socket fits.',
    place: folder,
  })
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
