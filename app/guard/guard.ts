import type { EntryKind } from '../model/entry.ts'
import { entryKindOf, type ObjectKind, objectKinds, plural } from '../model/objectKind.ts'
import type { Counts, HaltReason } from '../model/plan.ts'
import type { GuardSettings, Limit } from '../settings/schema.ts'

/** What would be written. */
export interface GuardedChanges {
  /** The kinds of entry that are planned for. */
  readonly kinds: readonly EntryKind[]
  readonly counts: Counts
  /** Linked objects whose entry was there after the last run. */
  readonly linked: Readonly<Record<ObjectKind, number>>
  /** Deletions, and deactivations because of what `because` says. */
  readonly deletions: Readonly<Record<ObjectKind, number>>
  /** Why people and rooms would be made inactive: their entries are gone, or a run is taken back that has added them. */
  readonly because: 'entries-gone' | 'undo'
}

/** The kinds as they are called in messages. */
const named = { ...plural, avatar: 'pictures' } as const

/** What a guard looks at: numbers only, so that it can be told in one sentence why a plan is halted. */
export interface GuardedPlan extends GuardedChanges {
  /** Selected entries of the whole directory; rooms are user entries. */
  readonly selected: Readonly<Record<EntryKind, number>>
  /** Bases that gave no entry at all, though linked objects come from them. */
  readonly emptiedBases: ReadonlyArray<{ readonly baseDn: string; readonly linked: number }>
}

/**
 * Decides whether a plan may be applied (DC-54).
 * @returns one reason for each guard that halts it; none when it may be applied
 */
export function guard(plan: GuardedPlan, settings: GuardSettings): readonly HaltReason[] {
  return [
    ...plan.kinds.flatMap((kind) => emptyRead(plan, kind)),
    ...plan.emptiedBases.map(emptiedBase),
    ...guardChanges(plan, settings),
  ]
}

/** The guards that look at what would be written alone, for a plan that was not made from a read of the directory. */
export function guardChanges(plan: GuardedChanges, settings: GuardSettings): readonly HaltReason[] {
  const kinds = objectKinds.filter((kind) => plan.kinds.includes(entryKindOf(kind)))
  return [
    ...kinds.flatMap((kind) => deletions(plan, kind, settings)),
    ...kinds.flatMap((kind) => others(plan, kind, settings)),
  ]
}

/** The limit for a number of linked objects: a percentage, with a floor and a ceiling. */
export function limitFor(linked: number, limit: Limit): number {
  return Math.min(limit.atMost, Math.max(limit.atLeast, Math.floor((linked * limit.percent) / 100)))
}

/** Groups and contacts may be chosen and not be there; a directory without users is a mistake whatever came before. */
function emptyRead(plan: GuardedPlan, kind: EntryKind): HaltReason[] {
  const linked = plan.linked[kind] + (kind === 'user' ? plan.linked.room : 0)
  if (plan.selected[kind] > 0 || (kind !== 'user' && linked === 0)) return []
  const message =
    `Halted: the directory gave no ${plural[kind]} at all (${linked} are linked). ` +
    'Look at the base DNs, the filter and the rights of the bind account; `check` tries all three.'
  return [{ name: `empty-read-${plural[kind]}`, message, count: linked }]
}

function emptiedBase({ baseDn, linked }: { readonly baseDn: string; readonly linked: number }): HaltReason {
  const message =
    `Halted: the base ${baseDn} gave no entry, though ${linked} linked objects come from it. ` +
    'Look at the container and at the rights of the bind account, or take the base out of the selection.'
  return { name: 'empty-base', message, count: linked }
}

function deletions(plan: GuardedChanges, kind: ObjectKind, settings: GuardSettings): HaltReason[] {
  return exceeded(plan, kind, 'deletions', plan.deletions[kind], fateOf(kind, plan.because), settings.deletions)
}

function fateOf(kind: ObjectKind, because: GuardedChanges['because']): string {
  if (kind !== 'user' && kind !== 'room') return 'deleted'
  return because === 'undo' ? 'made inactive or deleted' : 'made inactive or deleted because their entry is gone'
}

function others(plan: GuardedChanges, kind: ObjectKind, settings: GuardSettings): HaltReason[] {
  const counts = plan.counts[plural[kind]]
  return [
    ...exceeded(plan, kind, 'creates', counts.create, 'created', settings.creates),
    ...exceeded(plan, kind, 'updates', counts.update, 'changed', settings.updates),
  ]
}

function exceeded(
  plan: GuardedChanges,
  kind: ObjectKind,
  guarded: 'deletions' | 'creates' | 'updates',
  count: number,
  fate: string,
  limits: GuardSettings['deletions'] | undefined,
): HaltReason[] {
  if (!limits) return []
  const limit = limits[plural[kind]]
  const linked = plan.linked[kind]
  const allowed = limitFor(linked, limit)
  if (count <= allowed) return []
  const message =
    `Halted: ${count} of ${linked} ${kind === 'avatar' ? 'sent' : 'linked'} ${named[kind]} would be ${fate} ` +
    `(limit ${limit.percent} %, at least ${limit.atLeast}, at most ${limit.atMost}: here ${allowed}). ` +
    `Review the plan and approve it, or raise the limit under guards.${guarded}.${plural[kind]}.`
  return [{ name: `${guarded}-${plural[kind]}`, message, count }]
}
