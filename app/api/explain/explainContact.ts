import { mapContact } from '../../mapping/mapContact.ts'
import { traceContact } from '../../mapping/traceContact.ts'
import type { Link } from '../../model/link.ts'
import type { CurrentContact, DesiredContact } from '../../model/resource.ts'
import { uidKey } from '../../model/uidKey.ts'
import { diff } from '../../plan/diff.ts'
import { joinContact } from '../../plan/joinContact.ts'
import type { Join } from '../../plan/planningData.ts'
import { withinCap } from '../../plan/withinCap.ts'
import { withoutIgnored } from '../../plan/withoutIgnored.ts'
import { describeObjectReason } from '../../report/describeObjectReason.ts'
import type { Scope } from '../../stages/scope.ts'
import type { SyncParts } from '../../stages/syncParts.ts'
import type { EntryToExplain } from './entryToExplain.ts'
import type { ExplainedEntry } from './explanation.ts'

/** What decides about a contact. */
export async function explainContact(
  parts: SyncParts,
  what: Scope,
  { entry, link, baseDn }: EntryToExplain,
): Promise<Pick<ExplainedEntry, 'rows' | 'skipped' | 'pending' | 'contact'>> {
  const mapped = mapContact(entry, what.mapping)
  const resource = link && what.contacts ? await parts.target.readContact(link.resourceId) : null
  const contact = mapped.kind === 'mapped' && baseDn !== null ? mapped.contact : null
  const join = contact && (await joinOf(parts, what, contact, link, resource))
  return {
    rows: traceContact(entry, what.mapping),
    skipped: mapped.kind === 'skipped' ? mapped.reason.message : null,
    pending: contact && resource ? pendingChange(parts, what, contact, resource) : null,
    contact: { resource, join, held: join?.kind === 'held' ? heldBecause(join) : null },
  }
}

function heldBecause({ reason }: Extract<Join, { readonly kind: 'held' }>): string {
  return describeObjectReason({ objectKind: 'contact', reason })
}

/** The contact that the store has under a name, whoever created it; null when there is none, or contacts are not read. */
export async function findContact(
  { target }: SyncParts,
  { contacts }: Scope,
  name: string,
): Promise<CurrentContact | null> {
  if (contacts === null) return null
  for await (const page of target.findContacts([name])) {
    const found = page.find(({ values }) => values.uid && uidKey(values.uid) === uidKey(name))
    if (found) return found
  }
  return null
}

/** The same as in a run that is about this contact alone. */
async function joinOf(
  parts: SyncParts,
  { contacts }: Scope,
  contact: DesiredContact,
  link: Link | null,
  resource: CurrentContact | null,
): Promise<Join> {
  const { anchor, name } = contact
  const join = joinContact({
    anchor,
    name,
    link: link && { resourceId: link.resourceId, present: resource !== null },
    foreign: resource === null ? await foreignContact(parts, contact) : null,
  })
  const atMost = contacts?.atMost ?? null
  if (join.kind !== 'create' || atMost === null) return join
  return withinCap({ atMost, held: await parts.target.countContacts() })(join)
}

/** Who has the same address stands for the same person; without an address, who has the same name and no address either. */
async function foreignContact({ target, state }: SyncParts, desired: DesiredContact): Promise<string | null> {
  const isSame = ({ values }: CurrentContact) => {
    if (!desired.values.uid) return !values.uid && uidKey(values.displayName ?? '') === uidKey(desired.name)
    return Boolean(values.uid) && uidKey(values.uid ?? '') === uidKey(desired.values.uid)
  }
  for await (const page of target.findContacts([desired.name])) {
    const found = page.find((contact) => isSame(contact) && state.links.ofResource('contact', contact.id) === null)
    if (found) return found.id
  }
  return null
}

function pendingChange(
  { state }: SyncParts,
  { contacts }: Scope,
  desired: DesiredContact,
  current: CurrentContact,
): ExplainedEntry['pending'] {
  const found = diff(desired.values, current.values, contacts?.managed ?? [])
  const { kept } = withoutIgnored(found, state.links.ignoredOf('contact', current.id))
  return { ...kept, active: null }
}
