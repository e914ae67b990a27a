import type { GroupPage } from '../../target.ts'
import { jsonText } from '../jsonObject.ts'
import type { Store } from '../store.ts'
import { findResources } from './findResources.ts'
import { groupPages } from './groupPages.ts'
import { listPages } from './listPages.ts'
import { readById } from './readById.ts'

/** Groups can hold thousands of members each, so few come on one page. */
const groupsPerPage = 100

/** All groups, each once, and all their members; the members of one group can come on several pages. */
export async function* readGroups(store: Store): AsyncGenerator<GroupPage> {
  const list = { path: '/Groups', pageSize: pageSizeOf(store), paging: store.features.paging }
  for await (const page of listPages(store, list)) yield* groupPages(store, page)
}

/** One group with all its members on one page; null when it is not there. */
export async function readGroup(store: Store, id: string): Promise<GroupPage | null> {
  const resource = await readById(store, '/Groups', id)
  if (resource === null) return null
  const pages: GroupPage[] = []
  for await (const page of groupPages(store, [resource])) pages.push(page)
  return { groups: pages.flatMap(({ groups }) => groups), members: pages.flatMap(({ members }) => members) }
}

/** Every group that has one of the names, with all its members (see `findResources`). */
export async function* findGroups(store: Store, displayNames: readonly string[]): AsyncGenerator<GroupPage> {
  const search = {
    path: '/Groups',
    pageSize: pageSizeOf(store),
    attributes: ['displayName'],
    textsOf: (_attribute: string, group: { readonly displayName?: unknown }) => [
      jsonText(group.displayName)?.toLowerCase() ?? '',
    ],
  }
  for await (const groups of findResources(store, search, displayNames)) yield* groupPages(store, groups)
}

function pageSizeOf(store: Store): number {
  return Math.min(store.pageSize, groupsPerPage)
}
