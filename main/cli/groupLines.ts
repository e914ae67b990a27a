import type { ExplainedGroup } from '../../app/api/explain/explanation.ts'
import { assertNever } from '../../app/model/assertNever.ts'
import { counted, number } from '../../app/report/counted.ts'
import { listed } from '../../app/report/listed.ts'

/** What is known of a group, its members and its resource. */
export function* groupLines({
  name,
  members,
  nesting,
  memberOfItself,
  resource,
  rename,
}: ExplainedGroup): Generator<string> {
  yield `Members   ${describeMembers(members)}`
  if ((members.groups ?? 0) > 0 || memberOfItself) yield `Nested    ${describeNesting(nesting)}`
  if (memberOfItself) yield `Circle    a member of itself${through(memberOfItself.through)}; who is in it counts once`
  yield `Store     ${resource ? describeResource(resource) : 'no resource yet'}`
  if (resource?.otherDomain === null && name !== null) {
    yield `Change    ${rename ? `displayName: ${rename.before} → ${rename.after}` : 'none of its name'}`
  }
}

function describeMembers({ read, linked, groups }: ExplainedGroup['members']): string {
  const inDirectory = `${number(read)} in the directory`
  if (linked === null || groups === null || read === 0) return inDirectory
  const nested = groups === 0 ? '' : `; ${number(groups)} of them ${groups === 1 ? 'a group' : 'groups'}`
  return `${inDirectory}; ${number(linked)} of them ${linked === 1 ? 'has' : 'have'} a resource${nested}`
}

function describeNesting(nesting: ExplainedGroup['nesting']): string {
  switch (nesting) {
    case 'nested':
      return 'the store keeps groups in groups'
    case 'flat':
      return 'the store keeps no groups in groups: the users of the groups in it become its own members'
    case 'none':
      return 'the store keeps no groups'
    default:
      return assertNever(nesting)
  }
}

function through(names: readonly string[]): string {
  return names.length === 0 ? '' : ` through ${listed(names)}`
}

function describeResource({ group, members, by, otherDomain }: NonNullable<ExplainedGroup['resource']>): string {
  const owner = otherDomain === null ? '' : `; it belongs to ${otherDomain}, whose own connector keeps it`
  return `${group.displayName} (${group.id}), ${counted(members, 'member')}, found by ${by}${owner}`
}
