import { decodeValue, textOfValue } from './binaryValue.ts'
import type { DirectoryValue } from './directoryEntry.ts'
import type { DirectoryService, Identity } from './directoryService.ts'
import { LdapFailure } from './ldapFailure.ts'
import { splitDn } from './splitDn.ts'
import type { StoredEntry } from './storedEntry.ts'
import type { LdapRequest, WireAttribute } from './wire/readMessage.ts'

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
      tree.modify(
        request.dn,
        request.changes.map((change) => ({ ...change, values: decode(change) })),
      )
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
