import type { Database } from 'better-sqlite3'
import { dnKey } from '../../model/dn.ts'
import type { State } from '../state.ts'

type Nestings = ReturnType<State['groups']['nestings']>

/** Contacts are no members in any store, so that they are not counted as linked. */
const counting = `
  SELECT count(l.resource_id) AS linked, coalesce(sum(s.kind = 'group'), 0) AS "groups"
  FROM json_each(?) AS k CROSS JOIN snapshot AS s ON s.dn_key = k.value
  LEFT JOIN links AS l ON l.kind = s.kind AND l.anchor = s.anchor AND l.kind <> 'contact' AND l.vanished_at IS NULL`

/** A group is entered once, however many others it is a member of. */
const nesting = `
  WITH RECURSIVE own (anchor) AS (
    SELECT s.anchor FROM json_each(:keys) AS k CROSS JOIN snapshot AS s ON s.dn_key = k.value AND s.kind = 'group'
  ), nested (anchor) AS (
    SELECT anchor FROM own
    UNION
    SELECT s.anchor FROM nested CROSS JOIN snapshot_members AS m ON m.group_anchor = nested.anchor
      CROSS JOIN snapshot AS s ON s.dn_key = m.member_key AND s.kind = 'group'
    WHERE nested.anchor <> :anchor
  ), pairs (group_anchor, anchor) AS (
    SELECT :anchor, anchor FROM own
    UNION ALL
    SELECT nested.anchor, s.anchor FROM nested CROSS JOIN snapshot_members AS m ON m.group_anchor = nested.anchor
      CROSS JOIN snapshot AS s ON s.dn_key = m.member_key AND s.kind = 'group'
    WHERE nested.anchor <> :anchor
  )
  SELECT group_anchor AS "group", pairs.anchor AS member, coalesce(l.name, s.dn) AS name
  FROM pairs JOIN snapshot AS s ON s.anchor = pairs.anchor
  LEFT JOIN links AS l ON l.kind = 'group' AND l.anchor = pairs.anchor`

/** See `State.groups`. */
export function groupRecords(database: Database): State['groups'] {
  return {
    countMembers(dns) {
      const statement = database.prepare<[string], { linked: number; groups: number }>(counting)
      return statement.get(JSON.stringify(dns.map(dnKey))) ?? { linked: 0, groups: 0 }
    },
    nestings(anchor, memberDns) {
      const statement = database.prepare<[{ anchor: string; keys: string }], Nestings[number]>(nesting)
      return statement.all({ anchor, keys: JSON.stringify(memberDns.map(dnKey)) })
    },
  }
}
