import { formatGuid } from '../../selection/filter/formatGuid.ts'
import { formatSid } from '../../selection/filter/formatSid.ts'
import type { DirectoryValue } from './directoryEntry.ts'

/** Attributes, in lower case, whose values are bytes even when the bytes look like text. */
const binaryAttributes: readonly string[] = ['objectguid', 'objectsid', 'thumbnailphoto', 'jpegphoto', 'photo']
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const sid = /^S-\d+(?:-\d+)+$/i
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes as a value of `attribute` (lower case): text when they are UTF-8 and the attribute is not binary. */
export function decodeValue(attribute: string, bytes: Uint8Array): DirectoryValue {
  if (binaryAttributes.includes(attribute)) return bytes
  try {
    return decoder.decode(bytes)
  } catch {
    return bytes
  }
}

/** The value as it is stored: objectGUID and objectSid as bytes, whichever way they were given. */
export function storedValue(attribute: string, value: DirectoryValue): DirectoryValue {
  if (typeof value !== 'string') return value
  if (attribute === 'objectguid' && guid.test(value)) return parseGuid(value)
  if (attribute === 'objectsid' && sid.test(value)) return parseSid(value)
  return value
}

/** The value in the form of an entry's attributes: GUID and SID as text, other bytes as base64. */
export function textOfValue(attribute: string, value: DirectoryValue): string {
  if (typeof value === 'string') return value
  const text = attribute === 'objectguid' ? formatGuid(value) : attribute === 'objectsid' ? formatSid(value) : undefined
  return text ?? Buffer.from(value).toString('base64')
}

/** The 16 bytes of a GUID as Active Directory stores them: the first three groups little-endian. */
export function parseGuid(text: string): Uint8Array {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex')
  bytes.subarray(0, 4).reverse()
  bytes.subarray(4, 6).reverse()
  bytes.subarray(6, 8).reverse()
  return Uint8Array.from(bytes)
}

function parseSid(text: string): Uint8Array {
  const [revision = 1, authority = 0, ...parts] = text.split('-').slice(1).map(Number)
  const bytes = Buffer.alloc(8 + parts.length * 4)
  bytes.writeUInt8(revision, 0)
  bytes.writeUInt8(parts.length, 1)
  bytes.writeUIntBE(authority, 2, 6)
  parts.forEach((part, index) => {
    bytes.writeUInt32LE(part, 8 + index * 4)
  })
  return Uint8Array.from(bytes)
}
