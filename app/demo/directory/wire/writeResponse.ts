import { Ber, BerWriter, ProtocolOperation } from 'ldapts'
import type { DirectoryValue } from '../directoryEntry.ts'
import { type ResultCodeName, resultCode } from './resultCode.ts'

/** How a request ended (LDAPResult, RFC 4511 4.1.9). */
export interface LdapResult {
  readonly code: ResultCodeName
  readonly message?: string
  readonly matchedDn?: string
  /** With the code referral only. */
  readonly urls?: readonly string[]
}

export interface ReturnedAttribute {
  readonly name: string
  readonly values: readonly DirectoryValue[]
}

/** The response that ends a request; `operation` is its tag, `pagedCookie` adds the paged results control. */
export function writeResult(messageId: number, operation: number, result: LdapResult, pagedCookie?: string): Buffer {
  return writeMessage(messageId, operation, (writer) => writeLdapResult(writer, result), pagedCookie)
}

export function writeExtendedResult(messageId: number, result: LdapResult, oid: string, value?: string): Buffer {
  return writeMessage(messageId, ProtocolOperation.LDAP_RES_EXTENSION, (writer) => {
    writeLdapResult(writer, result)
    if (oid !== '') writer.writeString(oid, 0x8a)
    if (value !== undefined) writer.writeString(value, 0x8b)
  })
}

export function writeEntry(messageId: number, dn: string, attributes: readonly ReturnedAttribute[]): Buffer {
  return writeMessage(messageId, ProtocolOperation.LDAP_RES_SEARCH_ENTRY, (writer) => {
    writer.writeString(dn)
    writer.startSequence()
    for (const attribute of attributes) {
      writer.startSequence()
      writer.writeString(attribute.name)
      writer.startSequence(ProtocolOperation.LBER_SET)
      for (const value of attribute.values) {
        if (typeof value === 'string') writer.writeString(value)
        else writer.writeBuffer(Buffer.from(value), Ber.OctetString)
      }
      writer.endSequence()
      writer.endSequence()
    }
    writer.endSequence()
  })
}

export function writeReference(messageId: number, urls: readonly string[]): Buffer {
  return writeMessage(messageId, ProtocolOperation.LDAP_RES_SEARCH_REF, (writer) => writer.writeStringArray([...urls]))
}

function writeLdapResult(writer: BerWriter, result: LdapResult): void {
  writer.writeEnumeration(resultCode[result.code])
  writer.writeString(result.matchedDn ?? '')
  writer.writeString(result.message ?? '')
  if (result.urls === undefined || result.urls.length === 0) return
  writer.startSequence(0xa3)
  writer.writeStringArray([...result.urls])
  writer.endSequence()
}

function writeMessage(
  messageId: number,
  operation: number,
  writeBody: (writer: BerWriter) => void,
  pagedCookie?: string,
): Buffer {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeInt(messageId)
  writer.startSequence(operation)
  writeBody(writer)
  writer.endSequence()
  if (pagedCookie !== undefined) writePagedControl(writer, pagedCookie)
  writer.endSequence()
  return writer.buffer
}

function writePagedControl(writer: BerWriter, cookie: string): void {
  const value = new BerWriter()
  value.startSequence()
  value.writeInt(0)
  value.writeBuffer(Buffer.from(cookie, 'latin1'), Ber.OctetString)
  value.endSequence()
  writer.startSequence(ProtocolOperation.LDAP_CONTROLS)
  writer.startSequence()
  writer.writeString('1.2.840.113556.1.4.319')
  writer.writeBuffer(value.buffer, Ber.OctetString)
  writer.endSequence()
  writer.endSequence()
}
