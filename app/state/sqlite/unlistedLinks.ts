import type { Database } from 'better-sqlite3'
import type { Link } from '../../model/link.ts'
import { type LinkRow, toLink } from './linkRecords.ts'
import { pageLength, pages } from './pages.ts'

/** Links of a kind that the store did not list. */
export function* unlistedLinks(database: Database, kind: 'user' | 'contact'): Generator<readonly Link[]> {
  const statement = database.prepare<[string, number], LinkRow>(
    `SELECT * FROM links WHERE kind = '${kind}' AND anchor > ?
       AND NOT EXISTS (SELECT 1 FROM work.current_${kind}s AS c WHERE c.id = links.resource_id)
     ORDER BY anchor LIMIT ?`,
  )
  for (const page of pages<LinkRow>((last) => statement.all(last?.anchor ?? '', pageLength))) yield page.map(toLink)
}
