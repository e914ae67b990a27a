import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ConnectorError } from '../app/model/error.ts'

/** Who may read on Windows, by numbers that mean the same in every language: system, administrators, owner. */
const trusted = ['*S-1-5-18', '*S-1-5-32-544', '*S-1-3-4']
const grants = { file: ':F', folder: ':(OI)(CI)F' } as const

/**
 * Leaves a file, or a folder with everything that will be made in it, to its account and to administrators. On Linux and
 * macOS the mode says so already; Windows knows nothing of modes, and lets every account read what is made below
 * %ProgramData%.
 * @throws ConnectorError (side connector) `file-not-protected`
 */
export async function protectPath(path: string, kind: keyof typeof grants): Promise<void> {
  if (process.platform !== 'win32') return
  try {
    const granted = trusted.map((who) => who + grants[kind])
    await promisify(execFile)('icacls.exe', [path, '/inheritance:r', '/grant:r', ...granted])
  } catch (error) {
    throw new ConnectorError({
      side: 'connector',
      code: 'file-not-protected',
      message: `${path} could not be closed to other accounts of this computer.`,
      remedy:
        'Keep the data folder on an NTFS disk, with the right to change permissions for the account of the service.',
      place: path,
      cause: error,
    })
  }
}
