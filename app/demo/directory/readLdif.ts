import { ConnectorError } from '../../model/error.ts'
import { decodeValue } from './binaryValue.ts'
import type { DirectoryEntry, DirectoryValue } from './directoryEntry.ts'

/** One line with its continuation lines joined. */
interface LogicalLine {
  readonly text: string
  /** Of its first physical line, from 1. */
  readonly number: number
}

const nameAndValue = /^([A-Za-z0-9][A-Za-z0-9.-]*(?:;[A-Za-z0-9-]+)*):(:?)[ ]*(.*)$/s
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * The entries of an LDIF file (RFC 2849): folded lines, comments, base64 and `changetype: add` are understood. Anything
 * else, values by URL among it, is a ConnectorError (settings, `invalid-ldif`) that names the line.
 */
export function readLdif(text: string): readonly DirectoryEntry[] {
  const entries: DirectoryEntry[] = []
  let block: LogicalLine[] = []
  for (const line of [...logicalLines(text), { text: '', number: 0 }]) {
    if (line.text !== '') {
      block.push(line)
      continue
    }
    if (entries.length === 0 && block[0] !== undefined && /^version: *\d+$/.test(block[0].text)) block.shift()
    if (block.length > 0) entries.push(readEntry(block))
    block = []
  }
  return entries
}

function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (!line.startsWith(' ')) {
      lines.push({ text: line, number: index + 1 })
      continue
    }
    const folded = lines.pop()
    if (folded === undefined || folded.text === '') throw invalidLdif(index + 1, 'A continued line continues nothing.')
    lines.push({ text: folded.text + line.slice(1), number: folded.number })
  }
  return lines.filter((line) => !line.text.startsWith('#'))
}

function readEntry([first, ...rest]: readonly LogicalLine[]): DirectoryEntry {
  const dn = first === undefined ? undefined : readLine(first)
  if (first === undefined || dn?.name.toLowerCase() !== 'dn') {
    throw invalidLdif(first?.number ?? 1, 'An entry must start with "dn:".')
  }
  if (typeof dn.value !== 'string') throw invalidLdif(first.number, 'The DN is not UTF-8.')
  /** By lower-case name, under the spelling that came first. */
  const attributes = new Map<string, { readonly name: string; readonly values: DirectoryValue[] }>()
  for (const line of rest) {
    const { name, value } = readLine(line)
    const key = name.toLowerCase()
    if (key === 'control') throw invalidLdif(line.number, 'Controls are not supported.')
    if (key === 'changetype') {
      if (value !== 'add') throw invalidLdif(line.number, `Only "changetype: add" is supported, found "${value}".`)
      continue
    }
    const attribute = attributes.get(key) ?? { name, values: [] }
    attribute.values.push(value)
    attributes.set(key, attribute)
  }
  return { dn: dn.value, attributes: Object.fromEntries([...attributes.values()].map((it) => [it.name, it.values])) }
}

function readLine(line: LogicalLine): { readonly name: string; readonly value: DirectoryValue } {
  const [, name, encoding, value] = nameAndValue.exec(line.text) ?? []
  if (name === undefined || value === undefined) throw invalidLdif(line.number, 'Expected "attribute: value".')
  if (encoding === ':') {
    const digits = value.trim()
    if (!base64.test(digits)) throw invalidLdif(line.number, `The value of ${name} is not base64.`)
    return { name, value: decodeValue(name.toLowerCase(), Uint8Array.from(Buffer.from(digits, 'base64'))) }
  }
  if (value.startsWith('<')) throw invalidLdif(line.number, `The value of ${name} is a URL, which is not supported.`)
  return { name, value }
}

function invalidLdif(line: number, message: string): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'invalid-ldif',
    message: `Line ${line} of the LDIF file is wrong. ${message}`,
    remedy: 'Correct the line, or export the entries again.',
    place: `line ${line}`,
  })
}
