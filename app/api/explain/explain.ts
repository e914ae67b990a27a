import { assertNever } from '../../model/assertNever.ts'
import { type Entry, entryKinds } from '../../model/entry.ts'
import { plural } from '../../model/objectKind.ts'
import { requiredAttributes } from '../../selection/requiredAttributes.ts'
import { selectEntry } from '../../selection/selectEntry.ts'
import { type Scope, scope } from '../../stages/scope.ts'
import type { SyncParts } from '../../stages/syncParts.ts'
import { explainContact, findContact } from './explainContact.ts'
import { explainGroup } from './explainGroup.ts'
import { explainedResource, explainUser } from './explainUser.ts'
import type { ExplainedEntry, Explanation } from './explanation.ts'
import { pastChanges } from './pastChanges.ts'

/** Follows one object, given by e-mail or DN, through every decision (DC-43). Reads only, on both sides. */
export async function explain(parts: SyncParts, who: string): Promise<Explanation> {
  const { source, target, state, pictures } = parts
  const what = await scope(parts)
  const { selection, mapping, organization } = what
  const attributes = [
    ...entryKinds.flatMap((kind) => requiredAttributes(kind, mapping, selection)),
    ...(what.pictures === 'none' ? [] : (pictures?.attributes ?? [])),
  ]
  // Looked for in the whole directory: an entry outside the bases deserves an answer too.
  const { namingContexts } = await source.discover()
  const baseDns = namingContexts.length > 0 ? namingContexts : selection.bases.map(({ dn }) => dn)
  const found = await source.find({ who, baseDns, attributes })
  const entries: ExplainedEntry[] = []
  for (const entry of found) entries.push(await explainEntry(parts, what, entry))
  const isSought = entries.length === 0 && who.includes('@')
  const user = isSought ? await target.findUser(who) : null
  const contact = isSought && user === null ? await findContact(parts, what, who) : null
  const present = user ?? contact
  const link = present && state.links.ofResource(present.kind, present.id)
  const resource = user && explainedResource(user, link ? 'link' : 'uid or e-mail', organization)
  return { who, entries, link, resource, contact, history: pastChanges(state, who) }
}

async function explainEntry(parts: SyncParts, what: Scope, entry: Entry): Promise<ExplainedEntry> {
  const { kind, dn, anchor } = entry
  const kindIs = kindOf(parts, what, entry)
  const decision = selectEntry(entry, what.selection, 'unfiltered')
  const link = parts.state.links.get(anchor)
  const baseDn = kindIs === 'synchronized' && decision.kind === 'selected' ? decision.baseDn : null
  const explained = { entry, link, baseDn }
  const common = { kind, dn, anchor, kindIs, decision, link, history: pastChanges(parts.state, anchor) }
  switch (kind) {
    case 'user':
      return { ...nothing, ...common, ...(await explainUser(parts, what, explained)) }
    case 'contact':
      return { ...nothing, ...common, ...(await explainContact(parts, what, explained)) }
    case 'group':
      return { ...nothing, ...common, ...(await explainGroup(parts, what, explained)) }
    default:
      return assertNever(kind)
  }
}

/** What is not said of an entry of another kind. */
const nothing = {
  room: null,
  rows: [],
  rivals: [],
  pending: null,
  isProtected: false,
  resource: null,
  contact: null,
  group: null,
  picture: null,
} as const

function kindOf({ settings }: SyncParts, { kinds }: Scope, { kind }: Entry): ExplainedEntry['kindIs'] {
  if (kinds.includes(kind)) return 'synchronized'
  return settings.selection[plural[kind]].enabled ? 'not-kept' : 'switched-off'
}
