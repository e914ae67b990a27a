import { createHash } from 'node:crypto'

/** One entry of the demo company, ready to be written: bytes are written as base64. */
export interface CompanyEntry {
  readonly dn: string
  readonly attributes: readonly (readonly [name: string, value: string | Uint8Array])[]
}

export const domain = 'DC=nordwind,DC=example'
export const company = `OU=Nordwind,${domain}`

const domainSid = [21, 3172950185, 1964204637, 2810443221]

/** An id that stays the same from one generation of the file to the next, as long as `name` does. */
export function fixedGuid(name: string): Uint8Array {
  const bytes = createHash('sha256').update(`nordwind\0${name}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(7) & 0x0f) | 0x40, 7)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return Uint8Array.from(bytes)
}

/** The SID of the domain with this relative id. */
export function sid(relativeId: number): Uint8Array {
  const parts = [...domainSid, relativeId]
  const bytes = Buffer.alloc(8 + parts.length * 4)
  bytes.writeUInt8(1, 0)
  bytes.writeUInt8(parts.length, 1)
  bytes.writeUInt8(5, 7)
  parts.forEach((part, index) => {
    bytes.writeUInt32LE(part, 8 + index * 4)
  })
  return Uint8Array.from(bytes)
}

/** The category of a class on Active Directory. */
export function category(name: string): string {
  return `CN=${name},CN=Schema,CN=Configuration,${domain}`
}

/** The classes of a person's entry, or of what Active Directory keeps like a person's. */
export function personClasses(last: 'user' | 'contact'): CompanyEntry['attributes'] {
  return ['top', 'person', 'organizationalPerson', last].map((name) => ['objectClass', name])
}

/** An RDN value with the characters escaped that RFC 4514 wants escaped. */
export function escapeRdn(value: string): string {
  return value.replace(/[,+"\\<>;]/g, '\\$&')
}

/** `joerg.luehrs` for Jörg Lührs: the letters that mail addresses and account names are made of. */
export function asciiName(text: string): string {
  const spelled: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i', ø: 'oe', ş: 's' }
  const letters = text.toLowerCase().replace(/[äöüßıøş]/g, (letter) => spelled[letter] ?? letter)
  return letters.normalize('NFD').replace(/[^a-z.-]/g, '')
}
