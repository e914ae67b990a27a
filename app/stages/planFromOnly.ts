import type { Anchor } from '../model/anchor.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Gap } from '../model/gap.ts'
import type { Run } from '../model/run.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import { type Gathering, keep, requests } from './changes/gathering.ts'
import { distinctGaps } from './distinctGaps.ts'
import { gatherConcerned } from './gatherConcerned.ts'
import { lookAtPictures } from './lookAtPictures.ts'
import { mapEntries } from './mapEntries.ts'
import { openWorkspace } from './openWorkspace.ts'
import { planIn } from './planIn.ts'
import type { Planned } from './planned.ts'
import { planToStayEqual } from './planToStayEqual.ts'
import { requireSelected } from './requireSelected.ts'
import { requireSnapshot } from './requireSnapshot.ts'
import { scopeOfChanges } from './scopeOfChanges.ts'
import type { SyncParts } from './syncParts.ts'
import { trackChanges } from './trackChanges.ts'

/**
 * Reads one entry and whoever it competes with, and plans for that entry alone: the whole road for one object, at once.
 * Snapshot and watermark stay as they are, so that the next incremental sync finds everything that it would have found.
 * @param who an e-mail address or a DN
 * @throws ConnectorError (side directory) `no-such-entry`, `several-entries`; (side settings) `not-selected`
 */
export async function planFromOnly(
  parts: SyncParts,
  run: Run,
  who: string,
  waiting: PlanPolicy['waiting'],
): Promise<Planned> {
  const held = requireSnapshot(parts)
  const what = scopeOfChanges(parts, held)
  const { anchor, kind, dn } = await requireSelected(parts, what, who)
  const workspace = openWorkspace(parts, run, what, 'focus', 'apply')
  return planIn(workspace, async () => {
    const gaps: Gap[] = []
    const read = { user: 0, group: 0, contact: 0 }
    const { selection, pictures } = what
    const gathering: Gathering = { parts, held, selection, workspace, gaps, read, pictures }
    await readAnchors(gathering, [kind], [anchor])
    mapEntries(parts, what, workspace)
    await readReferences(gathering)
    const store = await gatherConcerned(parts, what, workspace)
    const picturesRead = await lookAtPictures(gathering, what, parts.source, 'entries-and-store')
    const basis = { kind: 'only', dn } as const
    const gathered = { basis, read, picturesRead, gaps: distinctGaps(gaps), header: held, ...store }
    return planToStayEqual(parts, run, what, gathered, workspace, waiting, anchor)
  })
}

/** Managers and members that nobody knew at the last sync: whether they are selected is what the directory says. */
async function readReferences(gathering: Gathering): Promise<void> {
  const { parts, selection, workspace, held } = gathering
  const unknown = workspace.focus.unknownReferences()
  if (unknown.length === 0) return
  const bases = selection.bases.map(({ dn }) => dn)
  await using tracking = await trackChanges(parts, bases)
  if (tracking === null) {
    const message = `${unknown.length} members or managers are new since the last sync and cannot be looked up here.`
    const remedy = 'Nothing that refers to them is taken away; a full or incremental sync knows them.'
    gathering.gaps.push({ kind: 'members-not-read', baseDn: bases[0] ?? '', message, remedy })
    return
  }
  for await (const locations of tracking.locate(unknown)) {
    const anchors = locations.map(({ anchor }) => anchor)
    await readAnchors(gathering, held.kinds, anchors)
  }
}

async function readAnchors(
  gathering: Gathering,
  kinds: readonly EntryKind[],
  anchors: readonly Anchor[],
): Promise<void> {
  for (const request of requests(gathering).filter(({ kind }) => kinds.includes(kind))) {
    for await (const event of gathering.parts.source.readAnchors(request, anchors)) keep(gathering, request, event)
  }
}
