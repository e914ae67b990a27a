import { Ber, BerReader, ProtocolOperation } from 'ldapts'
import type { Filter } from '../../../selection/filter/filter.ts'
import type { DeletedVisibility } from '../deletedEntries.ts'
import type { SearchScope } from '../directoryTree.ts'
import { present, readBytes, readText } from './readValue.ts'
import { readWireFilter } from './readWireFilter.ts'

/** The paged results control of a request (RFC 2696). */
export interface PagedRequest {
  readonly size: number
  /** Empty for the first page. */
  readonly cookie: string
}

export interface SearchRequest {
  readonly kind: 'search'
  readonly baseDn: string
  readonly scope: SearchScope
  readonly sizeLimit: number
  /** Seconds; 0 is without limit. */
  readonly timeLimit: number
  readonly typesOnly: boolean
  readonly filter: Filter
  /** As asked for; none means all. */
  readonly attributes: readonly string[]
  readonly paged?: PagedRequest
  /** Tombstones are shown to requests with the control for it (MS-ADTS 3.1.1.3.4.1.14). */
  readonly deleted: DeletedVisibility
}

/** Attribute values as they came over the wire. */
export interface WireAttribute {
  readonly name: string
  readonly values: readonly Uint8Array[]
}

export interface WireChange extends WireAttribute {
  readonly operation: 'add' | 'delete' | 'replace'
}

export type LdapRequest =
  | { readonly kind: 'simple-bind'; readonly name: string; readonly password: string }
  | { readonly kind: 'sasl-bind'; readonly mechanism: string }
  | { readonly kind: 'unbind' }
  | SearchRequest
  | { readonly kind: 'add'; readonly dn: string; readonly attributes: readonly WireAttribute[] }
  | { readonly kind: 'modify'; readonly dn: string; readonly changes: readonly WireChange[] }
  | { readonly kind: 'delete'; readonly dn: string }
  | { readonly kind: 'move'; readonly dn: string; readonly newRdn: string; readonly newParentDn?: string }
  | { readonly kind: 'compare'; readonly dn: string; readonly attribute: string; readonly value: Uint8Array }
  | { readonly kind: 'abandon'; readonly messageId: number }
  | { readonly kind: 'extended'; readonly oid: string }
  | { readonly kind: 'unknown'; readonly tag: number }

export interface LdapMessage {
  readonly messageId: number
  readonly request: LdapRequest
  /** Object ids of the critical controls. */
  readonly criticalControls: readonly string[]
}

export const pagedResultsOid = '1.2.840.113556.1.4.319'
export const showDeletedOid = '1.2.840.113556.1.4.417'
const scopes: readonly SearchScope[] = ['base', 'one', 'sub', 'children']
const changeOperations = ['add', 'delete', 'replace'] as const

/** Decodes one LDAPMessage (RFC 4511 4.1.1). Throws on anything that is not one. */
export function readMessage(bytes: Buffer): LdapMessage {
  const reader = new BerReader(bytes)
  present(reader.readSequence())
  const messageId = present(reader.readInt())
  const tag = present(reader.peek())
  const request = readRequest(reader, tag)
  const controls = readControls(reader)
  return {
    messageId,
    request: request.kind === 'search' ? withControls(request, controls) : request,
    criticalControls: controls.filter((it) => it.critical).map((it) => it.oid),
  }
}

function readRequest(reader: BerReader, tag: number): LdapRequest {
  switch (tag) {
    case ProtocolOperation.LDAP_REQ_UNBIND:
      reader.offset = reader.buffer.length
      return { kind: 'unbind' }
    case ProtocolOperation.LDAP_REQ_ABANDON:
      return { kind: 'abandon', messageId: present(reader.readTag(tag)) }
    case ProtocolOperation.LDAP_REQ_DELETE:
      return { kind: 'delete', dn: readText(reader, tag) }
  }
  present(reader.readSequence(tag))
  const end = reader.offset + reader.length
  const request = readConstructed(reader, tag, end)
  reader.offset = end
  return request
}

function readConstructed(reader: BerReader, tag: number, end: number): LdapRequest {
  switch (tag) {
    case ProtocolOperation.LDAP_REQ_BIND:
      return readBind(reader)
    case ProtocolOperation.LDAP_REQ_SEARCH:
      return readSearch(reader)
    case ProtocolOperation.LDAP_REQ_ADD:
      return { kind: 'add', dn: readText(reader), attributes: readList(reader, readAttribute) }
    case ProtocolOperation.LDAP_REQ_MODIFY:
      return { kind: 'modify', dn: readText(reader), changes: readList(reader, readChange) }
    case ProtocolOperation.LDAP_REQ_MODRDN: {
      const dn = readText(reader)
      const newRdn = readText(reader)
      present(reader.readBoolean())
      return { kind: 'move', dn, newRdn, ...(reader.offset < end ? { newParentDn: readText(reader, 0x80) } : {}) }
    }
    case ProtocolOperation.LDAP_REQ_COMPARE: {
      const dn = readText(reader)
      present(reader.readSequence())
      return { kind: 'compare', dn, attribute: readText(reader), value: readBytes(reader) }
    }
    case ProtocolOperation.LDAP_REQ_EXTENSION:
      return { kind: 'extended', oid: readText(reader, 0x80) }
    default:
      return { kind: 'unknown', tag }
  }
}

function readBind(reader: BerReader): LdapRequest {
  if (reader.readInt() !== 3) throw new Error('Only LDAP version 3 is spoken here.')
  const name = readText(reader)
  if (reader.peek() === Ber.Context) return { kind: 'simple-bind', name, password: readText(reader, Ber.Context) }
  present(reader.readSequence(ProtocolOperation.LDAP_REQ_BIND_SASL))
  return { kind: 'sasl-bind', mechanism: readText(reader) }
}

function readSearch(reader: BerReader): SearchRequest {
  const baseDn = readText(reader)
  const scope = present(scopes[present(reader.readEnumeration())])
  present(reader.readEnumeration())
  return {
    kind: 'search',
    baseDn,
    scope,
    sizeLimit: present(reader.readInt()),
    timeLimit: present(reader.readInt()),
    typesOnly: present(reader.readBoolean()),
    filter: readWireFilter(reader),
    attributes: readList(reader, readText),
    deleted: 'hidden',
  }
}

function readChange(reader: BerReader): WireChange {
  present(reader.readSequence())
  return { operation: present(changeOperations[present(reader.readEnumeration())]), ...readAttribute(reader) }
}

function readAttribute(reader: BerReader): WireAttribute {
  present(reader.readSequence())
  return { name: readText(reader), values: readList(reader, readBytes) }
}

function readList<T>(reader: BerReader, readItem: (reader: BerReader) => T): readonly T[] {
  present(reader.readSequence())
  const end = reader.offset + reader.length
  const items: T[] = []
  while (reader.offset < end) items.push(readItem(reader))
  return items
}

interface RequestControl {
  readonly oid: string
  readonly critical: boolean
  readonly value: Buffer | undefined
}

function readControls(reader: BerReader): readonly RequestControl[] {
  if (reader.peek() !== ProtocolOperation.LDAP_CONTROLS) return []
  present(reader.readSequence())
  const end = reader.offset + reader.length
  const controls: RequestControl[] = []
  while (reader.offset < end) {
    present(reader.readSequence())
    const controlEnd = reader.offset + reader.length
    const oid = readText(reader)
    const critical = reader.offset < controlEnd && reader.peek() === Ber.Boolean ? reader.readBoolean() === true : false
    const value = reader.offset < controlEnd ? readBytes(reader) : undefined
    controls.push({ oid, critical, value })
  }
  return controls
}

function withControls(request: SearchRequest, controls: readonly RequestControl[]): SearchRequest {
  const paged = controls.find(({ oid }) => oid === pagedResultsOid)?.value
  const deleted = controls.some(({ oid }) => oid === showDeletedOid) ? 'shown' : 'hidden'
  return { ...request, deleted, ...(paged === undefined ? {} : { paged: readPaged(paged) }) }
}

function readPaged(value: Buffer): PagedRequest {
  const reader = new BerReader(value)
  present(reader.readSequence())
  return { size: present(reader.readInt()), cookie: readBytes(reader).toString('latin1') }
}
