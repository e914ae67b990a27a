import type { CurrentGroup, CurrentMember } from '../../../model/resource.ts'
import type { GroupPage } from '../../target.ts'
import { type JsonObject, jsonObject, jsonText } from '../jsonObject.ts'
import type { Store } from '../store.ts'
import { listPages } from './listPages.ts'
import { inlineMembers, memberPages } from './readMembers.ts'

/** Groups can hold thousands of members each, so few come on one page. */
const groupsPerPage = 100

/** All groups, each once, and all their members; the members of one group can come on several pages. */
export async function* readGroups(store: Store): AsyncGenerator<GroupPage> {
  const { client, profile, features } = store
  const list = { path: '/Groups', pageSize: Math.min(store.pageSize, groupsPerPage), paging: features.paging }
  for await (const page of listPages(client, list)) {
    const groups = page.map((group) => toCurrentGroup(store, group))
    if (profile.memberReading.kind === 'inline') {
      yield { groups, members: page.flatMap((group) => pairs(jsonText(group.id) ?? '', inlineMembers(group))) }
      continue
    }
    yield { groups, members: [] }
    for (const group of groups) {
      for await (const ids of memberPages(client, group.id, profile.memberReading.pageSize)) {
        yield { groups: [], members: pairs(group.id, ids) }
      }
    }
  }
}

function toCurrentGroup(store: Store, group: JsonObject): CurrentGroup {
  return {
    kind: 'group',
    id: jsonText(group.id) ?? '',
    version: store.features.versions === 'etag' ? jsonText(jsonObject(group.meta)?.version) : null,
    displayName: jsonText(group.displayName) ?? '',
    externalId: jsonText(group.externalId),
  }
}

function pairs(groupId: string, memberIds: readonly string[]): CurrentMember[] {
  return memberIds.map((memberId) => ({ groupId, memberId }))
}
