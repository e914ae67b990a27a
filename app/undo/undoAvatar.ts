import { assertNever } from '../model/assertNever.ts'
import type { ObjectReason } from '../model/plan.ts'
import type { FoundPhoto } from '../model/resource.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { DoneChange } from './runTraces.ts'
import { leftAsItIs, noteOn, type UndoContext, undoReason } from './undoContext.ts'

/**
 * Takes back what a run did to the picture of a user. Of the pictures of before nothing but their digest is kept, so only
 * a link can be written again. The first line that fits decides:
 *
 * ```
 *  kept by the store  user   picture now             picture of before  then
 *  no                 any    any                     any                as before
 *  yes                gone   any                     none               as before
 *  yes                gone   any                     any                nothing: gone since
 *  yes                there  that of before          any                as before
 *  yes                there  not as the run wrote it any                nothing: changed since
 *  yes                there  as the run wrote it     none               the picture is taken away
 *  yes                there  as the run wrote it     a link             that link is written again
 *  yes                there  as the run wrote it     bytes              nothing: not kept
 * ```
 */
export function* undoAvatar(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { change, resourceId, ignored } = done
  const [original, written] = [change.before?.photo ?? null, change.after?.photo ?? null]
  const user = context.facts.current.user(resourceId)
  const now = user && pictureNow(user.photo, context.facts.photoOf(resourceId)?.value ?? null)
  if (ignored.includes('photo') || (!user && original === null) || now === (original?.value ?? noPicture)) {
    yield leftAsItIs(done, { kind: 'as-before' })
    return
  }
  if (!user) {
    yield leftAsItIs(done, { kind: 'gone-since' })
    return
  }
  if (now !== (written?.value ?? noPicture)) {
    yield leftAsItIs(done, { kind: 'changed-since', attributes: ['photo'] })
    return
  }
  if (original?.value.startsWith(digestPrefix)) {
    yield noteOn(change, 'photo', `${notKept.problem} ${notKept.remedy}`)
    yield leftAsItIs(done, notKept)
    return
  }
  const { name, dn, baseDn, anchor } = change
  yield {
    kind: 'change',
    change: {
      kind: original === null ? 'delete' : written === null ? 'create' : 'update',
      objectKind: 'avatar',
      ...{ name: user.values.uid ?? name, dn, baseDn, anchor, resourceId, version: null },
      before: written && { photo: written },
      after: { photo: original },
      reason: undoReason(done, context, 'unchanged'),
    },
  }
}

const digestPrefix = 'sha256:'
const noPicture = 'none'
const foreignPicture = 'foreign'

const notKept = {
  kind: 'picture-refused',
  code: 'not-kept',
  problem: 'The picture of before is not kept.',
  remedy: 'The next sync sends the one of the directory.',
} as const satisfies ObjectReason

/**
 * What is known of the picture in the store: the value of the one that was sent last, unless the store shows that it has
 * none, or another one.
 */
function pictureNow(found: FoundPhoto, sent: string | null): string {
  switch (found.kind) {
    case 'absent':
      return noPicture
    case 'present':
      return sent ?? foreignPicture
    case 'unknown':
      return sent ?? noPicture
    case 'link':
      // A store that was sent bytes shows where it keeps them.
      return sent?.startsWith(digestPrefix) ? sent : found.href
    default:
      return assertNever(found)
  }
}
