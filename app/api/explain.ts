import type { CompiledMapping } from '../mapping/compiledMapping.ts'
import { compileMapping } from '../mapping/compileMapping.ts'
import { mapUser } from '../mapping/mapUser.ts'
import { traceUser } from '../mapping/traceUser.ts'
import { dnKey } from '../model/dn.ts'
import type { Entry } from '../model/entry.ts'
import type { CurrentUser, DesiredUser } from '../model/resource.ts'
import { uidKey } from '../model/uidKey.ts'
import { diff } from '../plan/diff.ts'
import { type CompiledSelection, compileSelection } from '../selection/compileSelection.ts'
import { requiredAttributes } from '../selection/requiredAttributes.ts'
import { selectEntry } from '../selection/selectEntry.ts'
import type { SyncParts } from '../stages/syncParts.ts'
import type { ExplainedEntry, ExplainedResource, Explanation } from './explanation.ts'

/** Follows one object, given by e-mail or DN, through every decision (DC-43). Reads only, on both sides. */
export async function explain(parts: SyncParts, who: string): Promise<Explanation> {
  const { settings, source, state } = parts
  const { type } = settings.directory
  const selection = compileSelection(settings.selection, type)
  const { knownAttributes, namingContexts } = await source.discover()
  const mapping = compileMapping(settings.mapping, type, knownAttributes)
  const attributes = [
    ...requiredAttributes('user', mapping, selection),
    ...requiredAttributes('group', mapping, selection),
  ]
  // Looked for in the whole directory: an entry outside the bases deserves an answer too.
  const baseDns = namingContexts.length > 0 ? namingContexts : selection.bases.map(({ dn }) => dn)
  const found = await source.find({ who, baseDns, attributes })
  const entries: ExplainedEntry[] = []
  for (const entry of found) entries.push(await explainEntry(parts, entry, selection, mapping))
  const user = entries.length === 0 && who.includes('@') ? await parts.target.findUser(who) : null
  const link = user && state.links.ofResource('user', user.id)
  const resource = user && { user, by: link ? ('link' as const) : ('uid or e-mail' as const) }
  return { who, entries, link, resource, history: state.plans.historyOf(who) }
}

async function explainEntry(
  parts: SyncParts,
  entry: Entry,
  selection: CompiledSelection,
  mapping: CompiledMapping,
): Promise<ExplainedEntry> {
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
  const resource = kind === 'user' ? await resourceOf(parts, link?.resourceId ?? null, uid) : null
  return {
    kind,
    dn,
    anchor,
    decision,
    rows: kind === 'user' ? traceUser(entry, mapping) : [],
    skipped: mapped?.kind === 'skipped' ? mapped.reason.message : null,
    pending:
      user && resource && decision.kind === 'selected'
        ? await pendingChange(parts, mapping, user, resource.user)
        : null,
    isProtected,
    link,
    resource,
    history: state.plans.historyOf(anchor),
  }
}

async function pendingChange(
  { target }: SyncParts,
  { rows }: CompiledMapping,
  desired: DesiredUser,
  current: CurrentUser,
): Promise<ExplainedEntry['pending']> {
  const { attributes } = await target.discover()
  const managed = rows.map((row) => row.attribute).filter((name) => name !== 'manager' && attributes.has(name))
  return {
    ...diff(desired.values, current.values, managed),
    active: { before: current.active, after: desired.active },
  }
}

async function resourceOf(
  { target }: SyncParts,
  linkedId: string | null,
  uid: string | null,
): Promise<ExplainedResource | null> {
  const linked = linkedId === null ? null : await target.readUser(linkedId)
  if (linked) return { user: linked, by: 'link' }
  const user = uid === null ? null : await target.findUser(uid)
  return user && { user, by: 'uid or e-mail' }
}
