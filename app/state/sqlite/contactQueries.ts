import type { Database } from 'better-sqlite3'
import type { CurrentContact } from '../../model/resource.ts'
import type { ContactFacts, ContactPair } from '../../plan/planningData.ts'
import type { Workspace } from '../workspace.ts'
import { type LinkRow, toLink } from './linkRecords.ts'
import { pageLength, pages } from './pages.ts'
import { linksInReach, type Reach } from './reach.ts'

interface CurrentColumns {
  readonly current_id: string | null
  readonly current_version: string | null
  readonly current_detail: string | null
}

const currentColumns = `c.id AS current_id, c.version AS current_version,
  (SELECT detail FROM work.current_details WHERE rowid = c.detail_row) AS current_detail`

interface FactsRow {
  readonly anchor: string
  readonly name: string
  readonly name_key: string
  readonly link_resource: string | null
  readonly link_present: 0 | 1
  readonly foreign_id: string | null
}

interface PairRow extends CurrentColumns {
  readonly anchor: string
  readonly name: string
  readonly name_key: string
  readonly dn: string
  readonly base_dn: string
  readonly detail: string
  readonly link_resource: string | null
  readonly ignored: string | null
}

type ContactQueries = Pick<Workspace, 'contactFacts' | 'contactPairs' | 'vanishedContacts' | 'unaccountedContacts'>

/** Contacts in the order of planning. */
export function contactQueries(database: Database, reach: Reach): ContactQueries {
  return {
    *contactFacts() {
      const statement = factsStatement(database)
      const read = (last: FactsRow | null) => statement.all(last?.name_key ?? '', last?.anchor ?? '', pageLength)
      for (const page of pages<FactsRow>(read)) yield page.map(toFacts)
    },
    *contactPairs() {
      const statement = pairStatement(database)
      const read = (last: PairRow | null) => statement.all(last?.name_key ?? '', last?.anchor ?? '', pageLength)
      for (const page of pages<PairRow>(read)) yield page.map(toPair)
    },
    *vanishedContacts() {
      const statement = database.prepare<[string, number], LinkRow & CurrentColumns>(`
        SELECT links.*, ${currentColumns} FROM ${linksInReach[reach.of]}
        LEFT JOIN work.current_contacts AS c ON c.id = links.resource_id
        WHERE links.kind = 'contact' AND links.anchor > ?
          AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = links.anchor AND entries.kind = 'contact')
        ORDER BY links.anchor LIMIT ?`)
      const read = (last: LinkRow | null) => statement.all(last?.anchor ?? '', pageLength)
      for (const page of pages<LinkRow & CurrentColumns>(read)) {
        yield page.map((row) => ({ link: toLink(row), current: toCurrent(row) }))
      }
    },
    *unaccountedContacts() {
      if (reach.of === 'focus') return
      type Row = CurrentColumns & { readonly name_key: string }
      const statement = database.prepare<[string, string, number], Row>(`
        SELECT ${currentColumns}, c.name_key FROM work.current_contacts AS c
        WHERE (c.name_key, c.id) > (?, ?)
          AND NOT EXISTS (SELECT 1 FROM links WHERE links.kind = 'contact' AND links.resource_id = c.id)
        ORDER BY c.name_key, c.id LIMIT ?`)
      const read = (last: Row | null) => statement.all(last?.name_key ?? '', last?.current_id ?? '', pageLength)
      for (const page of pages<Row>(read)) yield page.flatMap((row) => toCurrent(row) ?? [])
    },
  }
}

/** Who has the same address stands for the same person; without an address, who has the same name and no address either. */
function factsStatement(database: Database) {
  return database.prepare<[string, string, number], FactsRow>(`
    SELECT d.anchor, d.name, d.name_key, link.resource_id AS link_resource, linked.id IS NOT NULL AS link_present,
      (SELECT c.id FROM work.current_contacts AS c
       WHERE CASE WHEN d.email_key IS NULL THEN c.name_key = d.name_key AND c.email_key IS NULL
         ELSE c.id IN (SELECT id FROM work.current_contact_emails AS e WHERE e.email_key = d.email_key) END
         AND NOT EXISTS (SELECT 1 FROM links WHERE links.kind = 'contact' AND links.resource_id = c.id)
       ORDER BY c.id LIMIT 1) AS foreign_id
    FROM work.desired_contacts AS d
    LEFT JOIN links AS link ON link.kind = 'contact' AND link.anchor = d.anchor
    LEFT JOIN work.current_contacts AS linked ON linked.id = link.resource_id
    WHERE (d.name_key, d.anchor) > (?, ?) ORDER BY d.name_key, d.anchor LIMIT ?`)
}

function pairStatement(database: Database) {
  return database.prepare<[string, string, number], PairRow>(`
    SELECT d.anchor, d.name, d.name_key, d.dn, d.base_dn, link.resource_id AS link_resource, ${currentColumns},
      (SELECT detail FROM work.desired_details WHERE rowid = d.detail_row) AS detail,
      (SELECT json_group_object(attribute, value) FROM ignored_values WHERE kind = 'contact' AND resource_id = c.id) AS ignored
    FROM work.desired_contacts AS d
    CROSS JOIN work.joins AS j ON j.kind = 'contact' AND j.anchor = d.anchor AND j.how <> 'held'
    LEFT JOIN links AS link ON link.kind = 'contact' AND link.anchor = d.anchor
    LEFT JOIN work.current_contacts AS c ON c.id = j.resource_id
    WHERE (d.name_key, d.anchor) > (?, ?) ORDER BY d.name_key, d.anchor LIMIT ?`)
}

function toFacts({ anchor, name, link_resource, link_present, foreign_id }: FactsRow): ContactFacts {
  const link = link_resource === null ? null : { resourceId: link_resource, present: link_present === 1 }
  return { anchor, name, link, foreign: foreign_id }
}

function toPair(row: PairRow): ContactPair {
  const { anchor, name, dn, base_dn: baseDn, link_resource: resourceId } = row
  return {
    desired: { kind: 'contact', anchor, name, dn, baseDn, values: JSON.parse(row.detail) },
    link: resourceId === null ? null : { kind: 'contact', anchor, resourceId, name, dn, baseDn, vanishedAt: null },
    current: toCurrent(row),
    ignored: JSON.parse(row.ignored ?? '{}'),
  }
}

function toCurrent({ current_id: id, current_version, current_detail }: CurrentColumns): CurrentContact | null {
  if (id === null) return null
  const { values, emails } = JSON.parse(current_detail ?? '{}')
  return { kind: 'contact', id, version: current_version, values, emails }
}
