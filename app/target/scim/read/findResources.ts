import { firstSpellings } from '../../../model/firstSpellings.ts'
import type { JsonObject } from '../jsonObject.ts'
import type { Store } from '../store.ts'
import { concurrently } from './concurrently.ts'
import { listPages } from './listPages.ts'
import { type LookUp, lookUp } from './lookUp.ts'

export interface Search {
  /** The end point: `/Users`. */
  readonly path: string
  readonly pageSize: number
  /** Filter attributes; each value is looked for under all of them. */
  readonly attributes: readonly string[]
  /** What a resource holds under a filter attribute, in lower case. */
  textsOf(attribute: string, resource: JsonObject): readonly string[]
}

/**
 * All resources that hold one of the values under one of the attributes, compared without case; the same one can come
 * twice. As soon as one look-up tells nothing, because the store refuses the filter or ignores it, the whole list is
 * walked instead, once.
 */
export async function* findResources(
  store: Store,
  search: Search,
  values: readonly string[],
): AsyncGenerator<readonly JsonObject[]> {
  const lookUps = firstSpellings(values).flatMap((value) =>
    search.attributes.map((attribute) => ({ attribute, value })),
  )
  const answers = concurrently(lookUps, store.concurrency, (wanted) => everyHit(store, search, wanted))
  for await (const answer of answers) {
    if (answer.kind === 'cannot-filter') {
      yield* walk(store, search, values)
      return
    }
    if (answer.resources.length > 0) yield answer.resources
  }
}

async function everyHit(
  store: Store,
  search: Search,
  wanted: { readonly attribute: string; readonly value: string },
): Promise<LookUp> {
  const { attribute, value } = wanted
  const resources: JsonObject[] = []
  for (;;) {
    const answer = await lookUp(store, search.path, attribute, value, resources.length + 1)
    if (answer.kind === 'cannot-filter') return answer
    const isHit = (resource: JsonObject) => search.textsOf(attribute, resource).includes(value.toLowerCase())
    // A store that shows others too ignores the filter, and the one looked for may be anywhere.
    if (!answer.resources.every(isHit)) return { kind: 'cannot-filter' }
    resources.push(...answer.resources)
    const { totalResults } = answer
    if (answer.resources.length === 0 || resources.length >= totalResults) {
      return { kind: 'found', resources, totalResults }
    }
  }
}

async function* walk(store: Store, search: Search, values: readonly string[]): AsyncGenerator<readonly JsonObject[]> {
  const wanted = new Set(values.map((value) => value.toLowerCase()))
  const { path, pageSize } = search
  for await (const page of listPages(store, { path, pageSize, paging: store.features.paging })) {
    const hits = page.filter((resource) =>
      search.attributes.some((attribute) => search.textsOf(attribute, resource).some((text) => wanted.has(text))),
    )
    if (hits.length > 0) yield hits
  }
}
