import type { ExplainedPicture } from '../../app/api/explain/explanation.ts'
import { assertNever } from '../../app/model/assertNever.ts'
import { describeChangeReason } from '../../app/report/describeChangeReason.ts'
import { describePhoto } from '../../app/report/describePhoto.ts'
import { changeWord } from '../../app/report/outcomeWord.ts'

/** Where a picture was looked for, what is there, what was sent last, and what a sync would do. */
export function* pictureLines(picture: ExplainedPicture): Generator<string> {
  switch (picture.kind) {
    case 'not-sent': {
      const { message, remedy } = picture.finding
      yield `Picture   not sent: ${message} ${remedy}`
      return
    }
    case 'looked-at':
      yield `Picture   ${picture.place}: ${describeFound(picture.found)}`
      yield `Sent      ${picture.sent ? describePhoto(picture.sent) : 'no picture so far'}`
      yield `          ${describeNext(picture)}`
      return
    default:
      assertNever(picture)
  }
}

type LookedAt = Extract<ExplainedPicture, { readonly kind: 'looked-at' }>

function describeFound(found: LookedAt['found']): string {
  if (found.kind === 'photo') return describePhoto(found.photo)
  const { message, remedy } = found.problem
  return found.kind === 'none' ? `none. ${message}` : `refused. ${message} ${remedy}`
}

function describeNext({ found, sent, change }: LookedAt): string {
  if (change) return `a sync would ${changeWord(change).word} it: ${describeChangeReason(change)}`
  if (found.kind === 'photo') return 'a sync would send nothing: the same picture as was sent last'
  return found.kind === 'refused' && sent
    ? 'a sync would send nothing, and leave the last one in place'
    : 'a sync would send nothing'
}
