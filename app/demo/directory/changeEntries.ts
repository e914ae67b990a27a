import { decodeValue, textOfValue } from './binaryValue.ts'
import type { DirectoryValue } from './directoryEntry.ts'
import type { DirectoryService, Identity } from './directoryService.ts'
import { LdapFailure } from './ldapFailure.ts'
import { splitDn } from './splitDn.ts'
import type { StoredEntry } from './storedEntry.ts'
import type { LdapRequest, WireAttribute, WireChange } from './wire/readMessage.ts'

export type ChangeRequest = Extract<LdapRequest, { kind: 'add' | 'modify' | 'delete' | 'move' }>

/** Carries out a write. Any account may; anonymous connections may where there are no accounts. */
export function changeEntries(service: DirectoryService, identity: Identity, request: ChangeRequest): void {
  const { tree } = service
  if (identity.kind === 'anonymous' && service.accounts.length > 0) {
    throw new LdapFailure('insufficientAccessRights', 'Anonymous connections may not write.')
  }
  switch (request.kind) {
    case 'add':
      tree.add({
        dn: request.dn,
        attributes: Object.fromEntries(request.attributes.map((it) => [it.name, decode(it)])),
      })
      return
    case 'modify':
      modify(service, request.dn, request.changes)
      return
    case 'delete':
      tree.delete(request.dn)
      return
    case 'move': {
      const parentDn = request.newParentDn ?? splitDn(request.dn).parentDn
      tree.move(request.dn, parentDn === '' ? request.newRdn : `${request.newRdn},${parentDn}`)
    }
  }
}

function modify({ tree }: DirectoryService, dn: string, changes: readonly WireChange[]): void {
  const entry = tree.existing(dn)
  const after = new Map<string, readonly DirectoryValue[]>()
  for (const change of changes) {
    const key = change.name.toLowerCase()
    after.set(key, changedValues(change, after.get(key) ?? entry.values(key)))
  }
  const names = new Map(changes.map((change) => [change.name.toLowerCase(), change.name]))
  tree.modify(dn, Object.fromEntries([...after].map(([key, values]) => [names.get(key) ?? key, values])))
}

function changedValues(change: WireChange, before: readonly DirectoryValue[]): readonly DirectoryValue[] {
  const key = change.name.toLowerCase()
  const values = decode(change)
  const fold = (value: DirectoryValue) => textOfValue(key, value).toLowerCase()
  const present = new Set(before.map(fold))
  switch (change.operation) {
    case 'replace':
      return values
    case 'add':
      if (!values.some((value) => present.has(fold(value)))) return [...before, ...values]
      throw new LdapFailure('attributeOrValueExists', `${change.name} holds the value already.`)
    case 'delete': {
      const gone = new Set(values.map(fold))
      if (before.length === 0 || [...gone].some((value) => !present.has(value))) {
        throw new LdapFailure('noSuchAttribute', `${change.name} does not hold the value.`)
      }
      return gone.size === 0 ? [] : before.filter((value) => !gone.has(fold(value)))
    }
  }
}

/** Whether an entry holds a value, for a compare request. */
export function holdsValue(entry: StoredEntry, attribute: string, value: Uint8Array): 'yes' | 'no' {
  const key = attribute.toLowerCase()
  const wanted = textOfValue(key, decodeValue(key, value)).toLowerCase()
  if (!entry.attributes.has(key)) throw new LdapFailure('noSuchAttribute', `There is no ${attribute}.`)
  return (entry.text[key] ?? []).some((text) => text.toLowerCase() === wanted) ? 'yes' : 'no'
}

function decode(attribute: WireAttribute): readonly DirectoryValue[] {
  return attribute.values.map((bytes) => decodeValue(attribute.name.toLowerCase(), bytes))
}
