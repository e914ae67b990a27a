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
 *  a picture       perhaps another one      any         sent again
 *  none            one that was sent        complete    taken away
 *  none            perhaps one              complete    taken away
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
  const { photo: held, shown, certainty } = inTheStore(pair, pictures)
  if (wanted.kind === 'none') {
    const isOurs = (held !== null && pair.sent !== null) || certainty === 'perhaps-another'
    if (isOurs && complete) yield changeOf(pair, 'delete', held, null, 'picture-gone')
    return
  }
  const { photo } = wanted
  if (held === null) yield changeOf(pair, 'create', null, photo, 'picture-new')
  else if (held.value !== photo.value) yield changeOf(pair, 'update', held, photo, 'picture-differs')
  else if (shown === 'absent') yield changeOf(pair, 'create', null, photo, 'picture-missing')
  else if (certainty === 'perhaps-another') yield changeOf(pair, 'update', held, photo, 'picture-differs')
  else yield objectOf(pair, 'matched', { kind: 'equal' })
}

interface InTheStore {
  readonly photo: Photo | null
  readonly shown: 'absent' | 'present'
  readonly certainty: 'certain' | 'perhaps-another'
}

function inTheStore({ found, sent, isUnconfirmed }: AvatarPair, pictures: PlanPolicy['pictures']): InTheStore {
  if (pictures === 'links') {
    const photo = found.kind === 'link' ? { value: found.href, mediaType: null, size: null } : null
    return { photo: found.kind === 'unknown' ? sent : photo, shown: 'present', certainty: 'certain' }
  }
  if (found.kind === 'absent') return { photo: sent, shown: 'absent', certainty: 'certain' }
  return { photo: sent, shown: 'present', certainty: isUnconfirmed ? 'perhaps-another' : 'certain' }
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
