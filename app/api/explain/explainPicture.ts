import type { PictureOutcome } from '../../avatar/pictureSource.ts'
import type { Entry } from '../../model/entry.ts'
import type { CurrentUser, DesiredUser } from '../../model/resource.ts'
import { planAvatar } from '../../plan/planAvatar.ts'
import type { AvatarPair, WantedPhoto } from '../../plan/planningData.ts'
import { describeChangeReason } from '../../report/describeChangeReason.ts'
import { describePhoto } from '../../report/describePhoto.ts'
import { foundPicture } from '../../stages/foundPicture.ts'
import { picturesOf } from '../../stages/picturesOf.ts'
import type { Scope } from '../../stages/scope.ts'
import type { SyncParts } from '../../stages/syncParts.ts'
import type { ExplainedPicture } from './explanation.ts'

interface Pictured {
  readonly user: DesiredUser
  readonly entry: Entry
  /** Null while the store has no user for the entry. */
  readonly current: CurrentUser | null
}

/** Looks at the picture of one user, and says what a run would do with it (DC-70 to DC-73); null while none are wanted. */
export async function explainPicture(
  { settings, target, state, pictures }: SyncParts,
  { user, entry, current }: Pictured,
): Promise<ExplainedPicture | null> {
  const sending = picturesOf(settings, await target.discover())
  if (pictures === null || sending.pictures === 'none') {
    const [finding] = sending.findings
    return finding ? { kind: 'not-sent', finding } : null
  }
  const outcome = await pictures.picture(entry.attributes)
  if (outcome.kind === 'not-modified') throw new Error('A server called a picture unchanged that nobody had before.')
  const wanted = wantedPhoto(outcome, sending.pictures)
  const sent = current && state.links.photoOf(current.id)
  const pair: AvatarPair = {
    anchor: user.anchor,
    name: user.values.uid ?? user.dn,
    dn: user.dn,
    baseDn: user.baseDn,
    resourceId: current?.id ?? null,
    wanted,
    sent,
    found: current?.photo ?? { kind: 'absent' },
  }
  const [item] = planAvatar(pair, { complete: true, pictures: sending.pictures })
  const change = item?.kind === 'change' ? item.change : null
  const seen = seenIn(outcome, wanted)
  const told = {
    found: seen.found.kind === 'photo' ? describePhoto(seen.found.photo) : null,
    sent: sent && describePhoto(sent),
    change: change && describeChangeReason(change),
  }
  return { kind: 'looked-at', ...seen, sent, change, told }
}

type LookedAtAnew = Exclude<PictureOutcome, { readonly kind: 'not-modified' }>

function wantedPhoto(outcome: LookedAtAnew, as: Scope['pictures']): WantedPhoto {
  const found = foundPicture(outcome, as)
  switch (found.kind) {
    case 'picture':
      return { kind: 'photo', photo: found.photo }
    case 'refused':
      return found
    default:
      return { kind: 'none' }
  }
}

function seenIn(
  outcome: LookedAtAnew,
  wanted: WantedPhoto,
): Pick<Extract<ExplainedPicture, { kind: 'looked-at' }>, 'place' | 'found'> {
  if (outcome.kind === 'refused') {
    const { problem } = outcome
    return { place: problem.place, found: { kind: wanted.kind === 'none' ? 'none' : 'refused', problem } }
  }
  const { origin } = outcome
  const place = origin.kind === 'attribute' ? origin.attribute : origin.finalUri
  if (wanted.kind !== 'photo') throw new Error('A picture that was found became none.')
  return { place, found: { kind: 'photo', photo: wanted.photo } }
}
