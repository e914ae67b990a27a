import type { CompiledMapping } from '../mapping/compiledMapping.ts'
import { compileMapping } from '../mapping/compileMapping.ts'
import { mapUser } from '../mapping/mapUser.ts'
import { traceUser } from '../mapping/traceUser.ts'
import { dnKey } from '../model/dn.ts'
import type { Entry } from '../model/entry.ts'
import { uidKey } from '../model/uidKey.ts'
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
  const uid = mapped?.kind === 'mapped' ? (mapped.user.values.uid ?? null) : null
  const isProtected = settings.guards.protected.some(
    (name) => dnKey(name) === dnKey(dn) || (uid !== null && uidKey(name) === uidKey(uid)),
  )
  return {
    kind,
    dn,
    anchor,
    decision,
    rows: kind === 'user' ? traceUser(entry, mapping) : [],
    skipped: mapped?.kind === 'skipped' ? mapped.reason.message : null,
    isProtected,
    link,
    resource: kind === 'user' ? await resourceOf(parts, link?.resourceId ?? null, uid) : null,
    history: state.plans.historyOf(anchor),
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
