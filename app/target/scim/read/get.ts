import type { Answer, LostAnswer } from '../http/answer.ts'
import type { Store } from '../store.ts'

/**
 * GET of `path`, which is below the service's address. Users come without the bytes of their pictures, which would make
 * a page of them huge, unless the store refuses to leave something out.
 */
export async function get(store: Store, path: string): Promise<Answer | LostAnswer> {
  const { client, experience, pictures } = store
  const canBeLean = pictures === 'bytes' && experience.photoValues !== 'always-shown' && /^\/Users\b/.test(path)
  if (!canBeLean) return client.send({ method: 'GET', path })
  const separator = path.includes('?') ? '&' : '?'
  const lean = await client.send({ method: 'GET', path: `${path}${separator}excludedAttributes=photos.value` })
  if (lean.kind === 'answer' && lean.status === 200) experience.photoValues = 'excluded'
  if (lean.kind === 'lost' || lean.status !== 400 || experience.photoValues === 'excluded') return lean
  const whole = await client.send({ method: 'GET', path })
  // A request that is refused either way was refused for something else.
  if (whole.kind === 'answer' && whole.status === 200) experience.photoValues = 'always-shown'
  return whole
}
