import { answerError } from '../http/answerError.ts'
import { jsonLiteral } from '../jsonLiteral.ts'
import { type JsonObject, jsonNumber, jsonObjects, jsonText } from '../jsonObject.ts'
import type { Store } from '../store.ts'
import { get } from './get.ts'

/** What a filter found; `cannot-filter` when the store refuses that filter, which says nothing about who is there. */
export type LookUp =
  | {
      readonly kind: 'found'
      readonly resources: readonly JsonObject[]
      /** All that the filter finds, on this page and after it. */
      readonly totalResults: number
    }
  | { readonly kind: 'cannot-filter' }

/**
 * Finds resources by `attribute eq "value"`, up to 10 from `startIndex` on, which begins at 1. A filter that was refused once is not tried again in the session, unless
 * the value had to be escaped: some stores stumble only over that.
 */
export async function lookUp(
  store: Store,
  path: string,
  attribute: string,
  value: string,
  startIndex = 1,
): Promise<LookUp> {
  const { client, experience } = store
  const key = `${path} ${attribute}`
  if (experience.refusedFilters.has(key)) return { kind: 'cannot-filter' }
  const filter = encodeURIComponent(`${attribute} eq ${jsonLiteral(value)}`)
  const answer = await get(store, `${path}?filter=${filter}&startIndex=${startIndex}&count=10`)
  if (answer.kind === 'answer' && (answer.status === 400 || answer.status === 501)) {
    if (!/["\\]/.test(value)) experience.refusedFilters.add(key)
    return { kind: 'cannot-filter' }
  }
  if (answer.kind === 'lost' || answer.status !== 200) throw answerError(answer, `GET ${path}`, client.place)
  const resources = jsonObjects(answer.body?.Resources)
  const totalResults = jsonNumber(answer.body?.totalResults) ?? startIndex - 1 + resources.length
  return { kind: 'found', resources, totalResults }
}

/**
 * The user whose userName, or else one of whose e-mails, is `uid`, compared without case; null when there is none, or
 * when several hold the address. What a store answers that ignores filters is not taken for a hit.
 */
export async function findScimUser(store: Store, uid: string): Promise<JsonObject | null> {
  const wanted = uid.toLowerCase()
  for (const attribute of store.profile.lookUps) {
    const answer = await lookUp(store, '/Users', attribute, uid)
    if (answer.kind === 'cannot-filter') continue
    const hits = answer.resources.filter((user) => addressesOf(attribute, user).includes(wanted))
    if (hits.length === 1) return hits[0] ?? null
  }
  return null
}

/** The addresses of a user under a filter attribute, `userName` or `emails.value`, in lower case. */
export function addressesOf(attribute: string, user: JsonObject): readonly string[] {
  const values = attribute === 'userName' ? [user.userName] : jsonObjects(user.emails).map((email) => email.value)
  return values.flatMap((value) => jsonText(value)?.toLowerCase() ?? [])
}
