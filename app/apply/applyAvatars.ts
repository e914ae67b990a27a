import type { Change } from '../model/change.ts'
import type { WriteResult } from '../target/target.ts'
import type { ApplyParts } from './applyParts.ts'
import { forEachBatch, type Pace } from './forEachBatch.ts'
import { outcomeOf } from './outcome.ts'
import { type ReferenceMissing, referenceMissing } from './referenceMissing.ts'

/** Pictures under way at once: each can be 2 MB, and is there several times while it is sent. */
const atOnce = 4

/** Sets and removes pictures, one by one, once all users are there. */
export async function applyAvatars(parts: ApplyParts, pace: Pace): Promise<void> {
  const few = { ...pace, size: 1, concurrency: Math.min(pace.concurrency, atOnce) }
  await forEachBatch(parts.changes(['avatar'], ['create', 'update', 'delete']), few, async ([recorded]) => {
    if (!recorded) return
    const { change } = recorded
    parts.save([outcomeOf(change, await writePhoto(parts, change))])
    parts.advanced(1)
  })
}

async function writePhoto(parts: ApplyParts, change: Change): Promise<WriteResult | ReferenceMissing> {
  const id = change.resourceId ?? (change.anchor && parts.resourceOf('user', change.anchor))
  if (!id) return userMissing
  const wanted = change.after?.photo ?? null
  const photo = wanted && parts.photoOf(wanted)
  if (wanted && !photo) return notAtHand
  const [result] = await parts.target.write([{ kind: 'set-photo', id, photo }])
  return result ?? notAtHand
}

const userMissing: ReferenceMissing = {
  kind: 'failed',
  code: referenceMissing,
  message: 'The picture could not be set, because its user could not be created.',
  remedy: 'See why the user could not be created; the picture is sent as soon as that works.',
}

/** A plan that was only looked at keeps no pictures. */
const notAtHand: WriteResult = {
  kind: 'failed',
  code: 'unavailable',
  message: 'The picture was not at hand any more when it was to be sent.',
  remedy: 'Sync again: it is read again.',
  retries: 0,
}
