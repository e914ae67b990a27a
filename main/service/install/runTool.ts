import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ConnectorError } from '../../../app/model/error.ts'

/**
 * Runs a program of the system.
 * @throws ConnectorError (side connector) `tool-failed` with what the program said
 */
export async function runTool(program: string, words: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(program, [...words])
  } catch (error) {
    const { stderr = '', stdout = '', message } = error as { stderr?: string; stdout?: string; message: string }
    const said = (stderr || stdout || message).trim().replaceAll(/\s+/g, ' ')
    throw new ConnectorError({
      side: 'connector',
      code: 'tool-failed',
      message: `${[program, ...words].join(' ')} failed: ${said}.`,
      remedy: 'Mend what it says, and give the command again.',
      cause: error,
    })
  }
}
