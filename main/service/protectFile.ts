import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ConnectorError } from '../../app/model/error.ts'

/** Who may read it on Windows, by numbers that mean the same in every language: system, administrators, owner. */
const trusted = ['*S-1-5-18:F', '*S-1-5-32-544:F', '*S-1-3-4:F']

/**
 * Leaves a file to its account and to administrators. On Linux and macOS the mode of the file says so already; Windows
 * knows nothing of modes, and lets every account read what is made below %ProgramData%.
 * @throws ConnectorError (side connector) `file-not-protected`
 */
export async function protectFile(file: string): Promise<void> {
  if (process.platform !== 'win32') return
  try {
    await promisify(execFile)('icacls.exe', [file, '/inheritance:r', '/grant:r', ...trusted])
  } catch (error) {
    throw new ConnectorError({
      side: 'connector',
      code: 'file-not-protected',
      message: `${file} could not be closed to other accounts of this computer.`,
      remedy:
        'Keep the data folder on an NTFS disk, with the right to change permissions for the account of the service.',
      place: file,
      cause: error,
    })
  }
}
