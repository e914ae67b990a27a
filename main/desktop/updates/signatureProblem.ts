import { z } from 'zod'

const answer = z.object({
  /** Of System.Management.Automation.SignatureStatus. */
  status: z.string(),
  file: z.string(),
  subject: z.string().nullable(),
  commonName: z.string().nullable(),
})

/** What is asked of PowerShell, about the file that the environment variable CONNECTOR_UPDATE names; see below. */
export const signatureQuestion = [
  "$ErrorActionPreference = 'Stop'",
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
  '$found = Get-AuthenticodeSignature -LiteralPath $env:CONNECTOR_UPDATE',
  '$by = $found.SignerCertificate',
  '$subject = $null; $commonName = $null',
  "if ($by) { $subject = $by.Subject; $commonName = $by.GetNameInfo('SimpleName', $false) }",
  '@{ status = [string]$found.Status; file = $found.Path; subject = $subject; commonName = $commonName } | ConvertTo-Json -Compress',
].join('\n')

/**
 * What is wrong with the Authenticode signature of a file, or null where Windows holds it for valid and one of the
 * publishers has made it: named by the common name of the certificate, or by its whole subject as Windows writes it.
 * Whatever cannot be understood is wrong.
 */
export function signatureProblem(publishers: readonly string[], file: string, said: string): string | null {
  const read = answer.safeParse(parsed(said))
  if (!read.success) return 'Windows did not say who has signed it'
  const { status, subject, commonName } = read.data
  if (read.data.file.toLowerCase() !== file.toLowerCase()) return `Windows looked at another file, ${read.data.file}`
  if (status !== 'Valid') return `its signature is ${status}`
  const signer = publishers.find((name) => name !== '' && (name === commonName || name === subject))
  return signer === undefined ? `it is signed by ${subject ?? 'nobody'}, not by ${publishers.join(' or ')}` : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
