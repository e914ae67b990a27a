import { dnKey, isAtOrBelow } from '../model/dn.ts'
import type { Gap } from '../model/gap.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import type { TrackingMethod } from '../model/watermark.ts'
import { backLinks } from '../selection/backLinks.ts'
import { type CompiledSelection, compileSelection } from '../selection/compileSelection.ts'
import type { ReadEvent, ReadRequest } from '../source/source.ts'
import type { Location, Tracking } from '../source/tracking.ts'
import type { Workspace } from '../state/workspace.ts'
import { gatherContainers } from './gatherContainers.ts'
import type { GatheredDirectory } from './gatherDirectory.ts'
import { keepSelected } from './keepSelected.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'
import { trackChanges } from './trackChanges.ts'

/** Classes of entries that hold others. */
const containers = `(|${[
  'organizationalUnit',
  'container',
  'builtinDomain',
  'organization',
  'locality',
  'country',
  'domain',
  'dcObject',
  'nsContainer',
]
  .map((name) => `(objectClass=${name})`)
  .join('')})`

/** What stays the same while changes are gathered. */
interface Gathering {
  readonly parts: SyncParts
  readonly held: SnapshotHeader
  /** The selection under which the snapshot was made. */
  readonly selection: CompiledSelection
  readonly workspace: Workspace
  readonly gaps: Gap[]
  readonly read: { user: number; group: number }
}

/**
 * Brings into the workspace who is concerned by what changed in the directory since the snapshot (DC-50, DC-52): those
 * that were told, those below containers that moved, those who refer to places where somebody else is now, those who
 * are due by the clock. Each entry is read again by its anchor under the snapshot's own selection, so that what it is
 * now, and whether it is still selected, is what the directory says. Where no changes are told, the directory is read
 * whole and compared with the snapshot.
 */
export async function gatherChanges(
  parts: SyncParts,
  workspace: Workspace,
  held: SnapshotHeader,
  record: EventRecorder,
): Promise<GatheredDirectory> {
  const { settings } = parts
  const selection = compileSelection(
    {
      baseDns: [...held.baseDns],
      excludeDns: [...held.excludeDns],
      users: { enabled: true, filter: held.ownFilters.user },
      groups: { enabled: true, filter: held.ownFilters.group },
    },
    settings.directory.type,
  )
  const gathering: Gathering = { parts, held, selection, workspace, gaps: [], read: { user: 0, group: 0 } }
  await using tracking = await trackChanges(
    parts,
    selection.bases.map(({ dn }) => dn),
  )
  const told = tracking && held.watermark ? await tellChanges(gathering, tracking, held.watermark) : null
  let method: TrackingMethod | 'comparison'
  let watermark: SnapshotHeader['watermark']
  let read: number
  if (tracking !== null && told?.kind === 'told') {
    method = tracking.method
    watermark = told.watermark
    read = workspace.focus.told()
    await focusOnChanges(gathering, tracking, told.deletions)
  } else {
    method = 'comparison'
    const why = told?.kind === 'lost' ? told.message : 'There is no watermark to ask for changes from.'
    const message = `${why} The directory is read whole and compared with what is held.`
    record([{ level: tracking === null ? 'info' : 'warning', side: 'directory', code: 'compared-whole', message }])
    watermark = tracking && (await tracking.position())
    read = await compareWhole(gathering, tracking)
  }
  await focusOnDue(gathering, tracking)
  await followReferences(gathering, tracking)
  if (tracking !== null) await gatherContainers(tracking, workspace)
  const header = { ...held, watermark }
  return { basis: { kind: 'changes', method, read }, read: gathering.read, gaps: gathering.gaps, header }
}

type Told =
  | { readonly kind: 'told'; readonly watermark: NonNullable<SnapshotHeader['watermark']>; readonly deletions: string }
  | { readonly kind: 'lost'; readonly message: string }

async function tellChanges(
  { parts, selection, workspace, gaps }: Gathering,
  tracking: Tracking,
  since: NonNullable<SnapshotHeader['watermark']>,
): Promise<Told> {
  const placed = (location: Location) => ({ ...location, place: placeOf(location.dn, selection) })
  for await (const event of tracking.changesSince(since)) {
    parts.signal.throwIfAborted()
    switch (event.kind) {
      case 'changed':
        workspace.focus.addTold(event.entries.map(placed))
        break
      case 'deleted':
        workspace.focus.addDeleted(event.anchors)
        break
      case 'gap':
        gaps.push(event.gap)
        break
      case 'end':
        return { kind: 'told', watermark: event.watermark, deletions: event.deletions }
      case 'lost':
        return event
    }
    parts.progress({ phase: 'read-directory', done: workspace.focus.told() })
  }
  throw new Error('The changes ended without an end')
}

function placeOf(dn: string, { bases, exclusions }: CompiledSelection): 'inside' | 'outside' {
  const key = dnKey(dn)
  const isIn = (list: CompiledSelection['bases']) => list.some((it) => isAtOrBelow(key, it.key))
  return isIn(bases) && !isIn(exclusions) ? 'inside' : 'outside'
}

/**
 * Reads again whom the told changes concern: themselves, who moved with a container, who is gone without a word. Whoever
 * is as before is let go.
 */
async function focusOnChanges(gathering: Gathering, tracking: Tracking, deletions: string): Promise<void> {
  const { held, workspace } = gathering
  const { focus } = workspace
  focus.focusOnTold()
  await readUnread(gathering, tracking)
  for (const { dn } of [...focus.movedContainers(), ...(await newContainers(gathering, tracking))]) {
    await readBelow(gathering, tracking, dn)
  }
  await focusOnRestored(gathering, tracking)
  const computed = held.kinds.some((kind) => backLinks(held.filters[kind]).length > 0)
  if (deletions === 'untold' || (computed && focus.told() > 0)) await compareAnchors(gathering, tracking)
  await readUnread(gathering, tracking)
  focus.dropUnchanged()
}

/** A container that came in from elsewhere brings people along who did not change. */
async function newContainers({ workspace, held }: Gathering, tracking: Tracking): Promise<readonly Location[]> {
  const found: Location[] = []
  const request = { kind: 'user' as const, baseDns: held.baseDns, filter: containers, attributes: [] }
  for (const anchors of workspace.focus.unknownTold()) {
    for await (const event of tracking.readAnchors(request, anchors)) {
      if (event.kind === 'page') found.push(...event.entries)
    }
  }
  return found
}

/**
 * Whoever referred to a tombstone does so no longer once it is restored, and is not told (MS-ADTS 3.1.1.5.5): when both
 * happened since the last run, nothing of the restored entry itself shows it but that it knows its last parent.
 */
async function focusOnRestored({ parts, workspace, held }: Gathering, tracking: Tracking): Promise<void> {
  if (parts.settings.directory.type === 'ldap') return
  const request = { kind: 'user' as const, baseDns: held.baseDns, filter: '(lastKnownParent=*)', attributes: [] }
  for (const anchors of workspace.focus.knownTold()) {
    for await (const event of tracking.readAnchors(request, anchors)) {
      if (event.kind === 'page') workspace.focus.focusOnReferrersTo(event.entries.map(({ dn }) => dn))
    }
  }
}

async function readBelow(gathering: Gathering, tracking: Tracking, dn: string): Promise<void> {
  for (const request of requests(gathering)) {
    for await (const event of tracking.read({ ...request, baseDns: [dn] })) keep(gathering, request, event)
  }
}

/** Read as people, groups come without their members. */
async function compareAnchors(gathering: Gathering, tracking: Tracking): Promise<void> {
  const { parts, workspace, gaps, selection } = gathering
  for (const request of requests(gathering)) {
    for await (const event of tracking.read({ ...request, kind: 'user', attributes: [] })) {
      parts.signal.throwIfAborted()
      if (event.kind === 'gap') gaps.push(event.gap)
      else workspace.focus.addPresent(event.entries.filter(({ dn }) => placeOf(dn, selection) === 'inside'))
    }
  }
  workspace.focus.focusOnAbsent()
}

async function compareWhole(gathering: Gathering, tracking: Tracking | null): Promise<number> {
  const { parts, workspace } = gathering
  for (const request of requests(gathering)) {
    for await (const event of (tracking ?? parts.source).read(request)) {
      parts.signal.throwIfAborted()
      keep(gathering, request, event)
      parts.progress({ phase: 'read-directory', done: gathering.read.user + gathering.read.group })
    }
  }
  return workspace.focus.focusOnDifferences()
}

async function focusOnDue(gathering: Gathering, tracking: Tracking | null): Promise<void> {
  const { parts, workspace } = gathering
  const { state, settings, now } = parts
  const at = now()
  const vanishedBefore = new Date(at.getTime() - settings.softDeleteDays * 24 * 60 * 60 * 1000)
  const open = state.plans.openCreations().flatMap(({ change }) => change.anchor ?? [])
  workspace.focus.focusOnDue(at, vanishedBefore, open)
  const unsettled = state.plans.unsettled()
  if (unsettled !== null) workspace.focus.focusOnUnsettled(unsettled)
  await readUnread(gathering, tracking)
}

/**
 * References are kept as DNs, and a directory rewrites them without telling when somebody moves, goes or comes back: who
 * refers to a place that changed hands is read again, until nobody else is found.
 */
async function followReferences(gathering: Gathering, tracking: Tracking | null): Promise<void> {
  const { workspace, held } = gathering
  const { focus } = workspace
  for (let found = 1; found > 0; ) {
    focus.focusOnReferrers()
    if (tracking !== null) {
      const request = { kind: 'user' as const, baseDns: held.baseDns, filter: '(objectClass=*)', attributes: backward }
      for (const anchors of focus.takeAppeared()) {
        for await (const event of tracking.readAnchors(request, anchors)) {
          if (event.kind === 'page')
            focus.focusOnDns(event.entries.flatMap(({ attributes }) => referrersIn(attributes)))
        }
      }
    }
    found = await readUnread(gathering, tracking)
  }
}

/** Who refers to an entry, as far as the directory says. */
const backward = ['memberOf', 'directReports']

function referrersIn(attributes: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return backward.flatMap((name) => attributes[name.toLowerCase()] ?? [])
}

/** @returns how many anchors were asked for */
async function readUnread(gathering: Gathering, tracking: Tracking | null): Promise<number> {
  const { parts, workspace } = gathering
  if (tracking === null) {
    workspace.focus.takeFromSnapshot()
    return 0
  }
  let asked = 0
  for (const anchors of workspace.focus.takeUnread()) {
    asked += anchors.length
    for (const request of requests(gathering)) {
      for await (const event of tracking.readAnchors(request, anchors)) {
        parts.signal.throwIfAborted()
        keep(gathering, request, event)
      }
    }
  }
  return asked
}

function requests({ held, selection }: Pick<Gathering, 'held' | 'selection'>): readonly ReadRequest[] {
  const baseDns = selection.bases.map(({ dn }) => dn)
  return held.kinds.map((kind) => ({ kind, baseDns, filter: held.filters[kind], attributes: held.attributes[kind] }))
}

function keep({ selection, workspace, gaps, read }: Gathering, { kind }: ReadRequest, event: ReadEvent): void {
  read[kind] += keepSelected(event, selection, workspace, gaps)
}
