import type { ChangeKind, ChangeReason } from '../model/change.ts'
import type { Photo } from '../model/photo.ts'
import type { ObjectReason } from '../model/plan.ts'
import type { PlanItem } from './planItem.ts'
import type { AvatarPair } from './planningData.ts'
import type { PlanPolicy } from './policy.ts'

/**
 * Decides about one picture (DC-70 to DC-73). What the store has: of bytes, what it confirmed last, as long as it still shows
 * a picture; of links, what it shows.
 *
 * ```
 *  at the source   in the store             read        then
 *  a picture       that one                 any         matched
 *  a picture       none yet                 any         set
 *  a picture       confirmed, not shown     any         set again
 *  a picture       another one              any         replaced
 *  none            one that was sent        complete    taken away
 *  none            otherwise                any         nothing
 *  refused         any                      any         skipped: a picture that cannot be used takes none away
 * ```
 */
export function* planAvatar(
  pair: AvatarPair,
  { complete, pictures }: Pick<PlanPolicy, 'complete' | 'pictures'>,
): Generator<PlanItem> {
  const { wanted } = pair
  if (wanted.kind === 'refused') {
    const { code, problem, remedy } = wanted
    yield objectOf(pair, 'skipped', { kind: 'picture-refused', code, problem, remedy })
    return
  }
  const { photo: held, shown } = inTheStore(pair, pictures)
  if (wanted.kind === 'none') {
    if (held !== null && pair.sent !== null && complete) yield changeOf(pair, 'delete', held, null, 'picture-gone')
    return
  }
  const { photo } = wanted
  if (held === null) yield changeOf(pair, 'create', null, photo, 'picture-new')
  else if (held.value !== photo.value) yield changeOf(pair, 'update', held, photo, 'picture-differs')
  else if (shown === 'absent') yield changeOf(pair, 'create', null, photo, 'picture-missing')
  else yield objectOf(pair, 'matched', { kind: 'equal' })
}

function inTheStore(
  { found, sent }: AvatarPair,
  pictures: PlanPolicy['pictures'],
): { readonly photo: Photo | null; readonly shown: 'absent' | 'present' } {
  if (pictures === 'links') {
    if (found.kind === 'link') {
      return { photo: { value: found.href, mediaType: null, size: null }, shown: 'present' }
    }
    return { photo: found.kind === 'unknown' ? sent : null, shown: 'present' }
  }
  return { photo: sent, shown: found.kind === 'absent' ? 'absent' : 'present' }
}

function objectOf(pair: AvatarPair, outcome: 'matched' | 'skipped', reason: ObjectReason): PlanItem {
  const { name, dn, anchor, resourceId } = pair
  return { kind: 'object', object: { outcome, objectKind: 'avatar', name, dn, anchor, resourceId, reason } }
}

type PictureReason = Extract<ChangeReason['kind'], `picture-${string}`>

function changeOf(
  { name, dn, baseDn, anchor, resourceId }: AvatarPair,
  kind: ChangeKind,
  before: Photo | null,
  after: Photo | null,
  reason: PictureReason,
): PlanItem {
  const identity = { objectKind: 'avatar' as const, name, dn, baseDn, anchor, resourceId, version: null }
  return {
    kind: 'change',
    change: {
      ...identity,
      kind,
      before: before && { photo: before },
      after: { photo: after },
      reason: { kind: reason },
    },
  }
}
