import type { CurrentGroup, CurrentMember } from '../../../model/resource.ts'
import type { GroupPage } from '../../target.ts'
import { type JsonObject, jsonObject, jsonText } from '../jsonObject.ts'
import { connectorGroupSchema } from '../schemaUrns.ts'
import type { Store } from '../store.ts'
import { inlineMembers, memberPages } from './readMembers.ts'

/** Groups as the store shows them, in canonical form, with all their members: from inside them, or from their end point. */
export async function* groupPages(store: Store, resources: readonly JsonObject[]): AsyncGenerator<GroupPage> {
  const { client, profile } = store
  const groups = resources.map((group) => toCurrentGroup(store, group))
  if (profile.memberReading.kind === 'inline') {
    yield { groups, members: resources.flatMap((group) => pairs(jsonText(group.id) ?? '', inlineMembers(group))) }
    return
  }
  yield { groups, members: [] }
  for (const group of groups) {
    for await (const ids of memberPages(client, group.id, profile.memberReading.pageSize)) {
      yield { groups: [], members: pairs(group.id, ids) }
    }
  }
}

/** The domain that a group bears as its mark; null when it bears none. */
export function groupMark(group: JsonObject): string | null {
  return jsonText(jsonObject(group[connectorGroupSchema])?.connectorDomain)
}

function toCurrentGroup(store: Store, group: JsonObject): CurrentGroup {
  return {
    kind: 'group',
    id: jsonText(group.id) ?? '',
    version: store.features.versions === 'etag' ? jsonText(jsonObject(group.meta)?.version) : null,
    displayName: jsonText(group.displayName) ?? '',
    externalId: jsonText(group.externalId),
    connectorDomain: groupMark(group),
  }
}

function pairs(groupId: string, memberIds: readonly string[]): CurrentMember[] {
  return memberIds.map((memberId) => ({ groupId, memberId }))
}
