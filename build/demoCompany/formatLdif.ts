import type { CompanyEntry } from './directoryObject.ts'

const widest = 76
/** SAFE-STRING of RFC 2849; every other value is written as base64. */
const safe = /^(?:[!-9;=-~][ -~]*[!-~]|[!-9;=-~])?$/

/** The text of an LDIF file (RFC 2849), with a readable comment above entries whose DN is not ASCII. */
export function formatLdif(entries: readonly CompanyEntry[]): string {
  const lines = ['version: 1']
  for (const { dn, attributes } of entries) {
    lines.push('')
    if (!safe.test(dn)) lines.push(`# ${dn}`)
    lines.push(...formatLine('dn', dn))
    for (const [name, value] of attributes) lines.push(...formatLine(name, value))
  }
  return `${lines.join('\n')}\n`
}

function formatLine(name: string, value: string | Uint8Array): readonly string[] {
  const plain = typeof value === 'string' && safe.test(value)
  const line = plain ? `${name}: ${value}` : `${name}:: ${Buffer.from(value).toString('base64')}`
  const folded = [line.slice(0, widest)]
  for (let at = widest; at < line.length; at += widest - 1) folded.push(` ${line.slice(at, at + widest - 1)}`)
  return folded
}
