import type { Database } from 'better-sqlite3'
import type { MemberKind } from '../../model/change.ts'
import type { EntryKind } from '../../model/entry.ts'
import type { CurrentGroup } from '../../model/resource.ts'
import type { DesiredMember, GroupPair, NamedGroup, Nesting } from '../../plan/planningData.ts'
import type { Workspace } from '../workspace.ts'
import { claimedByHeld } from './claimedByHeld.ts'
import { markOfGroup } from './domainMarks.ts'
import { type LinkRow, toLink } from './linkRecords.ts'
import { pageLength, pages } from './pages.ts'
import { linksInReach, type Reach, unlessFocused } from './reach.ts'

/** Groups carry their members, so fewer of them make a page. */
const groupPageLength = 50

interface CurrentGroupColumns {
  readonly current_id: string | null
  readonly current_version: string | null
  readonly current_name: string
  readonly current_external_id: string | null
  readonly current_domain: string | null
}

const currentColumns = `c.id AS current_id, c.version AS current_version, c.name AS current_name,
  c.external_id AS current_external_id, ${markOfGroup} AS current_domain`

interface PairRow extends CurrentGroupColumns {
  readonly anchor: string
  readonly name: string
  readonly name_key: string
  readonly dn: string
  readonly base_dn: string
  readonly link_resource: string | null
  readonly ignored: string | null
}

interface MemberRow {
  readonly anchor: string
  readonly kind: MemberKind
  readonly name: string
  readonly resourceId: string | null
}

type GroupQueries = Pick<
  Workspace,
  'membersOf' | 'groupPairs' | 'vanishedGroups' | 'unaccountedGroups' | 'nestings' | 'groupNamed'
>

/** Groups in the order of planning. Without users in the selection nothing is said about members. */
export function groupQueries(database: Database, kinds: readonly EntryKind[], reach: Reach): GroupQueries {
  const membersKnown = kinds.includes('user')
  const groupNamed = database.prepare<{ anchor: string }, NamedGroup>(
    `SELECT name, dn, 'planned' AS standing FROM work.desired_groups WHERE anchor = @anchor
     UNION ALL SELECT name, dn, 'known' FROM links WHERE kind = 'group' AND anchor = @anchor LIMIT 1`,
  )
  return {
    *groupPairs() {
      const statement = pairStatement(database)
      const desiredMembers = desiredMembersStatement(database, reach)
      const currentMembers = currentMembersStatement(database, reach)
      const toPair = (row: PairRow): GroupPair => {
        const { anchor, name, dn } = row
        const current = toCurrent(row)
        const identity = { anchor, kind: 'group' as const, name, dn, baseDn: row.base_dn }
        return {
          desired: { kind: 'group', anchor, dn, baseDn: row.base_dn, displayName: name },
          link: row.link_resource === null ? null : { ...identity, resourceId: row.link_resource, vanishedAt: null },
          current,
          members: membersKnown ? desiredMembers.all(anchor) : [],
          currentMembers: membersKnown && current ? currentMembers.all(current.id) : [],
          ignored: JSON.parse(row.ignored ?? '{}'),
        }
      }
      const read = (last: PairRow | null) => statement.all(last?.name_key ?? '', last?.anchor ?? '', groupPageLength)
      // Members are read group by group: each can have tens of thousands.
      for (const page of pages<PairRow>(read)) for (const row of page) yield [toPair(row)]
    },
    *nestings() {
      yield* database
        .prepare<[], Nesting>(
          `SELECT m.group_anchor AS "group", e.anchor AS member FROM known_members AS m
           CROSS JOIN known_entries AS e ON e.dn_key = m.member_key AND e.kind = 'group'
           ORDER BY m.group_anchor, e.anchor`,
        )
        .all()
    },
    groupNamed: (anchor) => groupNamed.get({ anchor }) ?? null,
    membersOf: (groupId) => currentMembersStatement(database, reach).all(groupId),
    *vanishedGroups() {
      const statement = database.prepare<[string, number], LinkRow & CurrentGroupColumns>(`
        SELECT links.*, ${currentColumns} FROM ${linksInReach[reach.of]} LEFT JOIN work.current_groups AS c ON c.id = links.resource_id
        WHERE links.kind = 'group' AND links.anchor > ?
          AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = links.anchor AND entries.kind = 'group')
          AND NOT EXISTS (SELECT 1 FROM work.joins WHERE joins.kind = 'group' AND joins.resource_id = links.resource_id)
          AND links.resource_id NOT IN (${claimedByHeld.group})
        ORDER BY links.anchor LIMIT ?`)
      for (const page of pages<LinkRow & CurrentGroupColumns>((last) =>
        statement.all(last?.anchor ?? '', pageLength),
      )) {
        yield page.map((row) => ({ link: toLink(row), current: toCurrent(row) }))
      }
    },
    *unaccountedGroups() {
      if (reach.of === 'focus') return
      type Row = CurrentGroupColumns & { readonly name_key: string }
      const statement = database.prepare<[string, string, number], Row>(`
        SELECT ${currentColumns}, c.name_key FROM work.current_groups AS c
        WHERE (c.name_key, c.id) > (?, ?)
          AND NOT EXISTS (SELECT 1 FROM links WHERE links.kind = 'group' AND links.resource_id = c.id)
          AND NOT EXISTS (SELECT 1 FROM work.joins WHERE joins.kind = 'group' AND joins.resource_id = c.id)
          AND c.id NOT IN (${claimedByHeld.group})
        ORDER BY c.name_key, c.id LIMIT ?`)
      for (const page of pages<Row>((last) =>
        statement.all(last?.name_key ?? '', last?.current_id ?? '', pageLength),
      )) {
        yield page.flatMap((row) => toCurrent(row) ?? [])
      }
    },
  }
}

function pairStatement(database: Database) {
  return database.prepare<[string, string, number], PairRow>(`
    SELECT d.anchor, d.name, d.name_key, d.dn, d.base_dn, link.resource_id AS link_resource, ${currentColumns},
      (SELECT json_group_object(attribute, value) FROM ignored_values WHERE kind = 'group' AND resource_id = c.id) AS ignored
    FROM work.desired_groups AS d
    CROSS JOIN work.joins AS j ON j.kind = 'group' AND j.anchor = d.anchor AND j.how <> 'held'
    LEFT JOIN links AS link ON link.kind = 'group' AND link.anchor = d.anchor
    LEFT JOIN work.current_groups AS c ON c.id = j.resource_id
    WHERE (d.name_key, d.anchor) > (?, ?) ORDER BY d.name_key, d.anchor LIMIT ?`)
}

/** A member that is held back stays a member when it has a resource, and is left out when it has none. */
function desiredMembersStatement(database: Database, reach: Reach) {
  return database.prepare<[string], DesiredMember & MemberRow>(`
    SELECT m.anchor, m.kind, coalesce(users.name, groups.name, link.name, m.anchor) AS name,
      coalesce(j.resource_id, CASE WHEN coalesce(j.how, 'held') = 'held' THEN link.resource_id END) AS resourceId
    FROM work.desired_members AS m
    LEFT JOIN work.joins AS j ON j.kind = m.kind AND j.anchor = m.anchor
    LEFT JOIN links AS link ON link.kind = m.kind AND link.anchor = m.anchor
      AND (EXISTS (SELECT 1 FROM work.current_users WHERE id = link.resource_id)
        OR EXISTS (SELECT 1 FROM work.current_groups WHERE id = link.resource_id)${unlessFocused(reach, 'm.anchor')})
    LEFT JOIN work.desired_users AS users ON m.kind = 'user' AND users.anchor = m.anchor
    LEFT JOIN work.desired_groups AS groups ON m.kind = 'group' AND groups.anchor = m.anchor
    WHERE m.group_anchor = ? AND (resourceId IS NOT NULL OR j.how = 'create')
    ORDER BY m.kind, m.anchor`)
}

/**
 * Without the members of which it is not decided whose they are: they stay. A focus does not know everybody who is held
 * back, so that it leaves all members alone that belong to nobody.
 */
function currentMembersStatement(database: Database, reach: Reach) {
  return database.prepare<[string], { resourceId: string; name: string; kind: MemberKind }>(`
    SELECT member_id AS resourceId, coalesce(users.uid, groups.name, link.name, member_id) AS name,
      CASE WHEN groups.id IS NULL THEN coalesce(link.kind, 'user') ELSE 'group' END AS kind
    FROM work.current_members
    LEFT JOIN work.current_users AS users ON users.id = member_id
    LEFT JOIN work.current_groups AS groups ON groups.id = member_id
    LEFT JOIN links AS link ON link.kind IN ('user', 'group') AND link.resource_id = member_id
    WHERE group_id = ?
      AND (link.resource_id IS NOT NULL
        OR EXISTS (SELECT 1 FROM work.joins WHERE joins.kind IN ('user', 'group') AND joins.resource_id = member_id)
        ${reach.of === 'everything' ? `OR member_id NOT IN (${claimedByHeld.user} UNION ${claimedByHeld.group})` : ''})
    ORDER BY member_id`)
}

function toCurrent(row: CurrentGroupColumns): CurrentGroup | null {
  if (row.current_id === null) return null
  return {
    kind: 'group',
    id: row.current_id,
    version: row.current_version,
    displayName: row.current_name,
    externalId: row.current_external_id,
    connectorDomain: row.current_domain,
  }
}
