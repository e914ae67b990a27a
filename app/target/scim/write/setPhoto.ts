import type { PhotoWrite, Write, WriteResult } from '../../target.ts'
import type { Answer, LostAnswer } from '../http/answer.ts'
import type { Repeat } from '../http/scimClient.ts'
import type { JsonObject } from '../jsonObject.ts'
import type { PatchOperation } from '../profile/patchOperation.ts'
import { otherPhotos, photoItem, photoValue, showsPhoto } from '../profile/photo.ts'
import { hasType } from '../profile/readValue.ts'
import { readById, readWithPicture } from '../read/readById.ts'
import type { Store } from '../store.ts'
import { patchBody } from './updateResource.ts'
import { answerOf, done, failed, isSuccess } from './writeResult.ts'

type PhotoSet = Extract<Write, { kind: 'set-photo' }>

const path = 'photos[type eq "photo"]'

/**
 * Sets or takes away the picture of one user, with a PATCH of its own: pictures are large. What the user has is read
 * before, without bytes, to know whether there is one to replace. Where the store refuses the path, the list is
 * replaced as a whole. A picture that the store does not show afterwards is ignored as `photo`.
 */
export async function setPhoto(store: Store, write: PhotoSet): Promise<WriteResult> {
  const { id, photo } = write
  const what = photo === null ? `take away the picture of user ${id}` : `set the picture of user ${id}`
  if (store.pictures === 'none') return done(id, photo === null ? [] : ['photo'], 0)
  const user = await readById(store, '/Users', id)
  if (user === null) return failed(answerOf(404, null, 'no such user'), what)
  if (showsPhoto(user, photo) && !isOtherLink(user, photo)) return done(id, [], 0)
  let answer = await sendByPath(store, id, user, photo)
  if (answer === 'path-refused') {
    // The other photos are sent again with it, so they are needed with their values.
    const whole = await readWithPicture(store, id)
    if (whole === null) return failed(answerOf(404, null, 'no such user'), what)
    answer = await send(store, id, photo, listOperation(whole, photo))
  }
  if (!isSuccess(answer)) return failed(answer, what)
  if (answer.body !== null && showsPhoto(answer.body, photo) && answer.body.id !== undefined) {
    return done(id, [], answer.retries)
  }
  const after = await readWithPicture(store, id)
  if (after === null) return failed(answerOf(404, null, 'it was gone afterwards'), what)
  return done(id, showsPhoto(after, photo) ? [] : ['photo'], answer.retries)
}

/** Bytes behind a link of the store's own may be those of an older picture. */
function isOtherLink(user: JsonObject, photo: PhotoWrite | null): boolean {
  return photo?.kind === 'bytes' && !String(photoItem(user)?.value).toLowerCase().startsWith('data:')
}

async function sendByPath(
  store: Store,
  id: string,
  user: JsonObject,
  photo: PhotoWrite | null,
): Promise<Answer | LostAnswer | 'path-refused'> {
  const item = photoItem(user)
  // A photo without a type cannot be named by a path.
  if (item !== null && !hasType(item, 'photo')) return 'path-refused'
  const operation = photoOperation(item, photo)
  const answer = await send(store, id, photo, operation)
  const isRefused = answer.kind === 'answer' && answer.status === 400 && operation.path.includes('[')
  return isRefused ? 'path-refused' : answer
}

function photoOperation(item: JsonObject | null, photo: PhotoWrite | null): PatchOperation {
  if (photo === null) return { op: 'remove', path }
  const value = photoValue(photo)
  return item === null
    ? { op: 'add', path: 'photos', value: [{ type: 'photo', value }] }
    : { op: 'replace', path: `${path}.value`, value }
}

function listOperation(user: JsonObject, photo: PhotoWrite | null): PatchOperation {
  const own = photo === null ? [] : [{ type: 'photo', value: photoValue(photo) }]
  const value = [...otherPhotos(user), ...own]
  return value.length === 0 ? { op: 'remove', path: 'photos' } : { op: 'replace', path: 'photos', value }
}

function send(
  store: Store,
  id: string,
  photo: PhotoWrite | null,
  operation: PatchOperation,
): Promise<Answer | LostAnswer> {
  return store.client.send({
    method: 'PATCH',
    path: `/Users/${encodeURIComponent(id)}`,
    body: JSON.stringify(patchBody([operation])),
    beforeRepeat: async (): Promise<Repeat> => {
      const user = await readWithPicture(store, id)
      if (user === null) return { kind: 'settled', answer: answerOf(404, null, 'no such user') }
      if (showsPhoto(user, photo) && !isOtherLink(user, photo)) {
        return { kind: 'settled', answer: answerOf(200, user, '') }
      }
      return { kind: 'send', body: JSON.stringify(patchBody([listOperation(user, photo)])) }
    },
  })
}
