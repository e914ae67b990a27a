import { mapGroup } from '../../mapping/mapGroup.ts'
import type { Entry } from '../../model/entry.ts'
import type { Link } from '../../model/link.ts'
import type { Organization } from '../../model/organization.ts'
import { uidKey } from '../../model/uidKey.ts'
import { groupCycles } from '../../plan/groupCycles.ts'
import { otherDomainOf } from '../../plan/otherDomainOf.ts'
import type { Scope } from '../../stages/scope.ts'
import type { SyncParts } from '../../stages/syncParts.ts'
import type { State } from '../../state/state.ts'
import type { GroupPage } from '../../target/target.ts'
import type { EntryToExplain } from './entryToExplain.ts'
import type { ExplainedEntry, ExplainedGroup } from './explanation.ts'

/** What decides about a group. Of its members no more is asked than what the last sync knows of them. */
export async function explainGroup(
  parts: SyncParts,
  { organization, groups: nesting }: Scope,
  { entry, link, baseDn }: EntryToExplain,
): Promise<Pick<ExplainedEntry, 'skipped' | 'group'>> {
  const mapped = mapGroup(entry)
  const name = mapped.kind === 'mapped' ? mapped.group.displayName : null
  const resource = await resourceOf(parts, link, name, organization)
  const before = resource?.group.displayName ?? name
  const isPlanned = baseDn !== null && resource?.otherDomain === null
  return {
    skipped: mapped.kind === 'skipped' ? mapped.reason.message : null,
    group: {
      name,
      members: membersOf(parts, entry),
      nesting,
      memberOfItself: memberOfItself(parts, entry),
      resource,
      rename: isPlanned && name !== null && before !== null && before !== name ? { before, after: name } : null,
    },
  }
}

function membersOf({ state }: Pick<SyncParts, 'state'>, { memberDns = [] }: Entry): ExplainedGroup['members'] {
  const known = state.snapshot() === null ? { linked: null, groups: null } : state.groups.countMembers(memberDns)
  return { read: memberDns.length, ...known }
}

function memberOfItself(
  { state }: { readonly state: Pick<State, 'groups'> },
  { anchor, memberDns = [] }: Entry,
): ExplainedGroup['memberOfItself'] {
  const nestings = state.groups.nestings(anchor, memberDns)
  const cycle = groupCycles(nestings).find((groups) => groups.includes(anchor))
  if (cycle === undefined) return null
  const names = new Map(nestings.map(({ member, name }) => [member, name]))
  return { through: cycle.filter((one) => one !== anchor).map((one) => names.get(one) ?? one) }
}

async function resourceOf(
  { target, state }: SyncParts,
  link: Link | null,
  name: string | null,
  organization: Organization,
): Promise<ExplainedGroup['resource']> {
  const linked = link === null ? null : await target.readGroup(link.resourceId)
  const [own] = linked?.groups ?? []
  if (linked && own) return explainedGroup(linked, own, 'link', organization)
  if (name === null) return null
  for await (const page of target.findGroups([name])) {
    const found = page.groups.find(
      ({ id, displayName }) => uidKey(displayName) === uidKey(name) && state.links.ofResource('group', id) === null,
    )
    if (found) return explainedGroup((await target.readGroup(found.id)) ?? page, found, 'name', organization)
  }
  return null
}

function explainedGroup(
  { members }: GroupPage,
  group: GroupPage['groups'][number],
  by: 'link' | 'name',
  organization: Organization,
): NonNullable<ExplainedGroup['resource']> {
  const { displayName, connectorDomain, id } = group
  const otherDomain = otherDomainOf(organization, 'group', { name: displayName, domain: connectorDomain })
  return { group, members: members.filter(({ groupId }) => groupId === id).length, by, otherDomain }
}
