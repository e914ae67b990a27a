import { getJson } from '../http/getJson.ts'
import type { ScimClient } from '../http/scimClient.ts'
import { type JsonObject, jsonNumber, jsonObjects, jsonText } from '../jsonObject.ts'

/** The ids of a group's members as they stand in the group, each once. */
export function inlineMembers(group: JsonObject): readonly string[] {
  return [...new Set(memberIds(jsonObjects(group.members)))]
}

/** The ids of a group's members, a page at a time, from the end point that some stores have for them. */
export async function* memberPages(
  client: ScimClient,
  groupId: string,
  pageSize: number,
): AsyncGenerator<readonly string[]> {
  const seen = new Set<string>()
  for (let came = 0; ; ) {
    const path = `/Groups/${encodeURIComponent(groupId)}/Members?startIndex=${came + 1}&count=${pageSize}`
    const answer = await getJson(client, path)
    const members = jsonObjects(answer.members ?? answer.Resources)
    const fresh = memberIds(members).filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
    if (fresh.length > 0) yield fresh
    came += members.length
    const total = jsonNumber(answer.totalResults) ?? jsonNumber(answer.memberSize)
    if (members.length === 0 || fresh.length === 0) return
    if (total === null ? members.length < pageSize : came >= total) return
  }
}

function memberIds(members: readonly JsonObject[]): string[] {
  return members.flatMap((member) => jsonText(member.value ?? member.id) ?? [])
}
