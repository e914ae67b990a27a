import type { Change, ChangeKind } from '../model/change.ts'
import { uidKey } from '../model/uidKey.ts'
import type { RecordedOutcome } from '../state/state.ts'
import type { Write, WriteResult } from '../target/target.ts'
import type { ApplyParts } from './applyParts.ts'
import { forEachBatch, type Pace } from './forEachBatch.ts'
import { outcomeOf } from './outcome.ts'
import { type ReferenceMissing, referenceMissing } from './referenceMissing.ts'
import { unresolvedManager, userWrite } from './userWrite.ts'

const usersAndRooms = ['user', 'room'] as const

/**
 * Writes the changes of users and rooms. Names are freed before they are taken: updates come before creations, and what the
 * store refuses because a name is taken is tried again when everything else is done, for as long as that frees names.
 */
export async function applyUsers(parts: ApplyParts, pace: Pace): Promise<void> {
  let taken: Change[] = []
  for (const kinds of [['update', 'deactivate', 'reactivate'], ['create']] as const) {
    await forEachBatch(changes(parts, kinds), pace, async (batch) => {
      taken.push(...(await writeUsers(parts, batch)))
    })
  }
  for (let before = Number.POSITIVE_INFINITY; taken.length > 0 && taken.length < before; ) {
    const still: Change[] = []
    await forEachBatch(taken, { ...pace, size: 1 }, async (batch) => {
      still.push(...(await writeUsers(parts, batch)))
    })
    before = taken.length
    taken = still
  }
  explainExchanges(parts, taken)
  parts.advanced(taken.length)
  await applyManagers(parts, pace)
}

export async function deleteUsers(parts: ApplyParts, pace: Pace): Promise<void> {
  await forEachBatch(changes(parts, ['delete']), { ...pace, size: 1 }, async (batch) => {
    await writeUsers(parts, batch)
  })
}

function* changes(parts: ApplyParts, kinds: readonly ChangeKind[]): Generator<Change> {
  for (const { change } of parts.changes(usersAndRooms, kinds)) yield change
}

/** @returns the changes that failed because a name is taken; they do not count as finished yet */
async function writeUsers(parts: ApplyParts, batch: readonly Change[]): Promise<readonly Change[]> {
  const writes: { readonly change: Change; readonly write: Write }[] = []
  const outcomes: RecordedOutcome[] = []
  for (const change of batch) {
    const write = userWrite(change, parts.versionOf(change))
    if (write) writes.push({ change, write })
    else outcomes.push(outcomeOf(change, confirmed(change)))
  }
  const results = writes.length > 0 ? await parts.target.write(writes.map(({ write }) => write)) : []
  const taken: Change[] = []
  for (const [index, { change }] of writes.entries()) {
    const result = results[index]
    if (!result) continue
    outcomes.push(outcomeOf(change, result))
    if (result.kind === 'failed' && result.code === 'uniqueness') taken.push(change)
  }
  parts.save(outcomes)
  parts.advanced(outcomes.length - taken.length)
  return taken
}

/** Two people who exchange their uids block each other at every run: that is worth another remedy. */
function explainExchanges(parts: ApplyParts, taken: readonly Change[]): void {
  const given = new Map(taken.map((change) => [uidKey(change.before?.values?.uid ?? ''), change]))
  for (const change of taken) {
    const wanted = change.after?.values?.uid ?? ''
    const holder = given.get(uidKey(wanted))
    if (!holder || holder === change) continue
    const failure: WriteResult = {
      kind: 'failed',
      code: 'uniqueness',
      message: `${wanted} still belongs to another user, who is to become ${holder.name}: each waits for the other's name.`,
      remedy:
        'Give one of them an address of its own in the directory for the time of one sync, then the address that is wanted.',
      retries: 0,
    }
    parts.save([outcomeOf(change, failure)])
  }
}

/** Nothing had to be sent: the resource is already as it should be. */
function confirmed(change: Change): WriteResult {
  return { kind: 'done', id: change.resourceId ?? '', ignored: [], retries: 0 }
}

/** Sets the managers that had to be created first (DC-36). */
async function applyManagers(parts: ApplyParts, pace: Pace): Promise<void> {
  await forEachBatch(openReferences(parts), pace, async (batch) => {
    const writes = batch.flatMap(({ write }) => write ?? [])
    const results = writes.length > 0 ? [...(await parts.target.write(writes))] : []
    const outcomes = batch.flatMap(({ change, ignored, write }): RecordedOutcome[] => {
      const result = write ? results.shift() : managerMissing
      if (!result || (result.kind === 'done' && result.ignored.length === 0)) return []
      const all = result.kind === 'done' ? { ...result, ignored: [...ignored, ...result.ignored] } : result
      const recorded = outcomeOf({ ...change, after: { values: write?.values ?? {} } }, all)
      return [{ ...recorded, effect: { kind: 'none' } }]
    })
    if (outcomes.length > 0) parts.save(outcomes)
  })
}

const managerMissing: ReferenceMissing = {
  kind: 'failed',
  code: referenceMissing,
  message: 'All is well but the manager, who could not be set, because he or she could not be created.',
  remedy: 'See why the manager could not be created; the reference is set as soon as that works.',
}

interface OpenReference {
  readonly change: Change
  /** What the store did not keep of the change itself. */
  readonly ignored: readonly string[]
  /** Null when the manager could not be created. */
  readonly write: Extract<Write, { readonly kind: 'update-user' }> | null
}

function* openReferences(parts: ApplyParts): Generator<OpenReference> {
  for (const { change, outcome } of parts.changes(usersAndRooms, ['create', 'update', 'deactivate', 'reactivate'])) {
    const anchor = unresolvedManager(change)
    if (anchor === null || outcome?.kind !== 'done') continue
    const manager = parts.resourceOf('user', anchor)
    const { resourceId: id, ignored } = outcome
    const before = { manager: change.before?.values?.manager ?? null }
    const write = manager && { kind: 'update-user' as const, id, version: null, before, values: { manager } }
    yield { change, ignored, write: write || null }
  }
}
