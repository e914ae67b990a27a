import type { CompiledMapping } from '../mapping/compiledMapping.ts'
import { compileMapping } from '../mapping/compileMapping.ts'
import { mapUser } from '../mapping/mapUser.ts'
import { traceUser } from '../mapping/traceUser.ts'
import { dnKey } from '../model/dn.ts'
import type { Entry } from '../model/entry.ts'
import type { Organization } from '../model/organization.ts'
import type { CurrentUser, DesiredUser } from '../model/resource.ts'
import { uidKey } from '../model/uidKey.ts'
import { diff } from '../plan/diff.ts'
import { otherDomainOf } from '../plan/otherDomainOf.ts'
import { type CompiledSelection, compileSelection } from '../selection/compileSelection.ts'
import { requiredAttributes } from '../selection/requiredAttributes.ts'
import { selectEntry } from '../selection/selectEntry.ts'
import { organizationOf } from '../stages/organizationOf.ts'
import type { SyncParts } from '../stages/syncParts.ts'
import { withMark } from '../stages/withMark.ts'
import type { ExplainedEntry, ExplainedResource, Explanation } from './explanation.ts'

/** What decides about an entry, ready for use. */
interface Rules {
  readonly selection: CompiledSelection
  readonly mapping: CompiledMapping
  readonly organization: Organization
}

/** Follows one object, given by e-mail or DN, through every decision (DC-43). Reads only, on both sides. */
export async function explain(parts: SyncParts, who: string): Promise<Explanation> {
  const { settings, source, state } = parts
  const { type } = settings.directory
  const selection = compileSelection(settings.selection, type)
  const facts = await source.discover()
  const { knownAttributes, namingContexts } = facts
  const organization = organizationOf(settings, facts, await parts.target.discover())
  const mapping = compileMapping(settings.mapping, type, knownAttributes)
  const attributes = [
    ...requiredAttributes('user', mapping, selection),
    ...requiredAttributes('group', mapping, selection),
  ]
  // Looked for in the whole directory: an entry outside the bases deserves an answer too.
  const baseDns = namingContexts.length > 0 ? namingContexts : selection.bases.map(({ dn }) => dn)
  const found = await source.find({ who, baseDns, attributes })
  const entries: ExplainedEntry[] = []
  for (const entry of found) entries.push(await explainEntry(parts, entry, { selection, mapping, organization }))
  const user = entries.length === 0 && who.includes('@') ? await parts.target.findUser(who) : null
  const link = user && state.links.ofResource('user', user.id)
  const resource = user && explained(user, link ? 'link' : 'uid or e-mail', organization)
  return { who, entries, link, resource, history: state.plans.historyOf(who) }
}

async function explainEntry(parts: SyncParts, entry: Entry, rules: Rules): Promise<ExplainedEntry> {
  const { selection, mapping, organization } = rules
  const { settings, state } = parts
  const { kind, dn, anchor } = entry
  const decision = selectEntry(entry, selection, 'unfiltered')
  const link = state.links.get(anchor)
  const mapped = kind === 'user' ? mapUser(entry, mapping) : null
  const user = mapped?.kind === 'mapped' ? mapped.user : null
  const uid = user?.values.uid ?? null
  const isProtected = settings.guards.protected.some(
    (name) => dnKey(name) === dnKey(dn) || (uid !== null && uidKey(name) === uidKey(uid)),
  )
  const resource = kind === 'user' ? await resourceOf(parts, link?.resourceId ?? null, uid, organization) : null
  return {
    kind,
    dn,
    anchor,
    decision,
    rows: kind === 'user' ? traceUser(entry, mapping) : [],
    skipped: mapped?.kind === 'skipped' ? mapped.reason.message : null,
    pending:
      user && resource && resource.otherDomain === null && decision.kind === 'selected'
        ? await pendingChange(parts, rules, user, resource.user)
        : null,
    isProtected,
    link,
    resource,
    history: state.plans.historyOf(anchor),
  }
}

async function pendingChange(
  { target }: SyncParts,
  { mapping: { rows }, organization }: Rules,
  user: DesiredUser,
  current: CurrentUser,
): Promise<ExplainedEntry['pending']> {
  const { attributes } = await target.discover()
  const desired = withMark(user, organization)
  const mapped = rows.map((row) => row.attribute).filter((name) => name !== 'manager' && attributes.has(name))
  const managed = [...mapped, 'connectorDomain' as const]
  return {
    ...diff(desired.values, current.values, managed),
    active: { before: current.active, after: desired.active },
  }
}

async function resourceOf(
  { target }: SyncParts,
  linkedId: string | null,
  uid: string | null,
  organization: Organization,
): Promise<ExplainedResource | null> {
  const linked = linkedId === null ? null : await target.readUser(linkedId)
  if (linked) return explained(linked, 'link', organization)
  const user = uid === null ? null : await target.findUser(uid)
  return user && explained(user, 'uid or e-mail', organization)
}

function explained(user: CurrentUser, by: ExplainedResource['by'], organization: Organization): ExplainedResource {
  const { uid, connectorDomain } = user.values
  const otherDomain = otherDomainOf(organization, 'user', { name: uid ?? '', domain: connectorDomain ?? null })
  return { user, by, otherDomain }
}
