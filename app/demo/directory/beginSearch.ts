import { dnKey, isAtOrBelow } from '../../model/dn.ts'
import type { Attributes } from '../../model/entry.ts'
import { formatGuid } from '../../selection/filter/formatGuid.ts'
import { matchesFilter } from '../../selection/filter/matchesFilter.ts'
import { parseGuid } from './binaryValue.ts'
import type { DirectoryLimits } from './directoryLimits.ts'
import type { DirectoryService, Identity } from './directoryService.ts'
import { LdapFailure } from './ldapFailure.ts'
import { rootDse, serviceEntries, subschemaDn } from './rootDse.ts'
import type { SearchRun } from './searchRun.ts'
import type { StoredEntry } from './storedEntry.ts'
import { subschema } from './subschema.ts'
import type { SearchRequest } from './wire/readMessage.ts'

/** Finds all entries of a search, to be sent page by page. Throws LdapFailure where the search itself is refused. */
export function beginSearch(service: DirectoryService, identity: Identity, request: SearchRequest): SearchRun {
  return { request, found: findEntries(service, identity, request), sent: 0, pages: 0, references: 0 }
}

/** The attributes of an entry, in lower case, that one may not read. */
export function hiddenAttributesOf(entry: StoredEntry, limits: DirectoryLimits): readonly string[] {
  return (limits.hiddenAttributes ?? [])
    .filter((it) => isAtOrBelow(entry.key, dnKey(it.baseDn)))
    .map((it) => it.attribute.toLowerCase())
}

function findEntries(service: DirectoryService, identity: Identity, request: SearchRequest): readonly StoredEntry[] {
  const { tree, limits, now } = service
  const matches = (entry: StoredEntry) => matchesFilter(request.filter, visibleText(entry, limits)) === 'true'
  if (limits.refuseSearches !== undefined) throw new LdapFailure(limits.refuseSearches, 'Try again later.')
  if (request.baseDn === '' && request.scope === 'base') {
    return [rootDse({ tree, now: now(), tls: service.tls })]
  }
  checkAccess(service, identity)
  const key = dnKey(request.baseDn)
  if (key === dnKey(subschemaDn(tree))) return [subschema(tree, now())].filter(matches)
  const special = serviceEntries(tree, limits).filter((entry) => entry.key === key)
  if (special.length > 0) return special.filter(matches)
  const hidden = (limits.hiddenBases ?? []).map(dnKey)
  const isHidden = (entry: StoredEntry) => hidden.some((base) => isAtOrBelow(entry.key, base))
  const bases = request.baseDn === '' && tree.kind === 'ldap' ? tree.namingContexts : [findBase(service, request)]
  const found: StoredEntry[] = []
  for (const base of bases) {
    checkBase(service, base)
    if (isHidden(base)) throw noSuchObject(service, request.baseDn)
    for (const entry of tree.inScope(base, request.scope, request.deleted)) {
      if (!isHidden(entry) && matches(entry)) found.push(entry)
    }
  }
  return found
}

function visibleText(entry: StoredEntry, limits: DirectoryLimits): Attributes {
  const hidden = limits.hiddenAttributes === undefined ? [] : hiddenAttributesOf(entry, limits)
  if (hidden.length === 0) return entry.text
  return Object.fromEntries(Object.entries(entry.text).filter(([name]) => !hidden.includes(name)))
}

function checkAccess(service: DirectoryService, identity: Identity): void {
  if (identity.kind === 'account') return
  const { limits, accounts, tree } = service
  const usual = tree.kind === 'ad-ds' && accounts.length > 0 ? 'root-dse' : 'everything'
  if ((limits.anonymousAccess ?? usual) === 'everything') return
  if (tree.kind === 'ldap') throw new LdapFailure('insufficientAccessRights', 'Anonymous connections may not search.')
  throw new LdapFailure(
    'operationsError',
    '000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563',
  )
}

/** The entry of a DN, or on AD DS of `<GUID=…>` with dashes or as 32 digits in storage order, or of `<WKGUID=…>`. */
function findBase(service: DirectoryService, { baseDn, deleted }: SearchRequest): StoredEntry {
  const { tree } = service
  const guid = /^<GUID=([0-9a-f-]{32,36})>$/i.exec(baseDn)?.[1]
  if (guid === undefined) return tree.find(dnKey(wellKnownDn(baseDn)), deleted) ?? missing(service, baseDn)
  const bytes = guid.includes('-') ? parseGuid(guid) : Buffer.from(guid, 'hex')
  const text = formatGuid(bytes)
  for (const entry of tree.entries(deleted)) {
    if (entry.text.objectguid?.[0] === text) return entry
  }
  return missing(service, baseDn)
}

/** `CN=Deleted Objects,…` for its `<WKGUID=…,…>` (MS-ADTS 6.1.1.4); any other DN as it is. */
function wellKnownDn(dn: string): string {
  const context = /^<WKGUID=18E2EA80684F11D2B9AA00C04F79F805,(.+)>$/i.exec(dn)?.[1]
  return context === undefined ? dn : `CN=Deleted Objects,${context}`
}

function missing(service: DirectoryService, baseDn: string): never {
  throwReferral(service, dnKey(baseDn))
  throw noSuchObject(service, baseDn)
}

function checkBase(service: DirectoryService, base: StoredEntry): void {
  const isIn = (dns: readonly string[] = []) => dns.some((dn) => isAtOrBelow(base.key, dnKey(dn)))
  throwReferral(service, base.key)
  if (isIn(service.limits.noSuchObjectFor)) throw noSuchObject(service, base.dn)
  if (isIn(service.limits.insufficientAccessFor)) {
    throw new LdapFailure('insufficientAccessRights', `The account may not read ${base.dn}.`)
  }
}

function throwReferral({ limits: { referralFor } }: DirectoryService, key: string): void {
  if (referralFor === undefined || !isAtOrBelow(key, dnKey(referralFor.baseDn))) return
  throw new LdapFailure('referral', `${referralFor.baseDn} is held by another server.`, { urls: referralFor.urls })
}

function noSuchObject(service: DirectoryService, dn: string): LdapFailure {
  const matchedDn = service.tree.nearest(dnKey(dn))?.dn ?? ''
  if (service.tree.kind === 'ldap') return new LdapFailure('noSuchObject', '', { matchedDn })
  const message = `0000208D: NameErr: DSID-0310028B, problem 2001 (NO_OBJECT), data 0, best match of:\n\t'${matchedDn}'\n`
  return new LdapFailure('noSuchObject', message, { matchedDn })
}
