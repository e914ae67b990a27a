import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { signatureProblem, signatureQuestion } from './signatureProblem.ts'

const patienceMilliseconds = 60_000

/**
 * What is wrong with the Authenticode signature of a file, or null. The library's own way lets a file pass where
 * PowerShell cannot answer; here nothing passes then.
 */
export async function lookAtSignature(publishers: readonly string[], file: string): Promise<string | null> {
  const program = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32\\WindowsPowerShell\\v1.0\\powershell.exe')
  const question = Buffer.from(signatureQuestion, 'utf16le').toString('base64')
  // With the module path of another PowerShell, this one does not find its own modules.
  const { PSModulePath: _, ...environment } = process.env
  try {
    const words = ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', question]
    const { stdout } = await promisify(execFile)(program, words, {
      env: { ...environment, CONNECTOR_UPDATE: file },
      timeout: patienceMilliseconds,
      windowsHide: true,
    })
    return signatureProblem(publishers, file, stdout)
  } catch (error) {
    return `its signature could not be looked at: ${error instanceof Error ? error.message : error}`
  }
}
