import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { Provenance } from '../../model/organization.ts'
import type { CurrentGroup, CurrentUser } from '../../model/resource.ts'
import type { Workspace } from '../workspace.ts'

/** The mark of a current group `c`, as a column. */
export const markOfGroup = "(SELECT domain FROM work.domain_marks WHERE kind = 'group' AND id = c.id)"

/** Keeps the marks of resources that were read; those without one have no row, so that nobody pays who has none. */
export function domainMarkRecords(database: Database): (resource: CurrentUser | CurrentGroup) => void {
  const add = database.prepare('INSERT OR REPLACE INTO work.domain_marks VALUES (?, ?, ?)')
  return (resource) => {
    const domain = resource.kind === 'user' ? resource.values.connectorDomain : resource.connectorDomain
    if (domain) add.run(resource.kind, resource.id, domain)
  }
}

const namesIn = {
  user: 'SELECT id, uid AS name FROM work.current_users',
  group: 'SELECT id, name FROM work.current_groups',
  contact: 'SELECT id, name FROM work.current_contacts',
} as const

/** A link tells the name of what was not read in this run. */
export function provenanceQueries(database: Database): Pick<Workspace, 'provenance'> {
  const statement = (kind: EntryKind) =>
    database.prepare<{ id: string }, Provenance>(`
      SELECT coalesce(c.name, link.name) AS name, marks.domain
      FROM (SELECT 1)
      LEFT JOIN (${namesIn[kind]}) AS c
        ON c.id = @id
      LEFT JOIN links AS link ON link.kind = '${kind}' AND link.resource_id = @id
      LEFT JOIN work.domain_marks AS marks ON marks.kind = '${kind}' AND marks.id = @id
      WHERE c.id IS NOT NULL OR link.resource_id IS NOT NULL`)
  const statements = { user: statement('user'), group: statement('group'), contact: statement('contact') }
  return { provenance: (kind, resourceId) => statements[kind].get({ id: resourceId }) ?? null }
}
