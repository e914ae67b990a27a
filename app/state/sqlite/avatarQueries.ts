import type { Database } from 'better-sqlite3'
import type { AvatarPair, WantedPhoto } from '../../plan/planningData.ts'
import type { PictureOptions, Workspace } from '../workspace.ts'
import { pageLength, pages } from './pages.ts'
import { toFoundPhoto } from './photoText.ts'
import { showsPhotos } from './showsPhotos.ts'
import { hasUnconfirmedPhoto } from './unconfirmedPhotos.ts'

interface PairRow {
  readonly anchor: string
  readonly name: string
  readonly name_key: string
  readonly dn: string
  readonly base_dn: string
  readonly resource_id: string | null
  readonly value: string | null
  readonly media_type: string | null
  readonly size: number | null
  readonly problem: string | null
  readonly sent_value: string | null
  readonly sent_media_type: string | null
  readonly sent_size: number | null
  readonly photo: string | null
  readonly unconfirmed: 0 | 1
}

/** Users whose picture is known beside what the store has of it; nobody while no pictures are sent. */
export function avatarQueries(database: Database, options: PictureOptions | null): Pick<Workspace, 'avatarPairs'> {
  return {
    *avatarPairs() {
      if (options === null) return
      const statement = pairStatement(database)
      const read = (last: PairRow | null) =>
        statement.all(options.source, last?.name_key ?? '', last?.anchor ?? '', pageLength)
      const absent = showsPhotos(database) ? 'absent' : 'unknown'
      const seen = (photo: string | null) => (photo === 'absent' ? absent : photo)
      for (const page of pages<PairRow>(read)) yield page.map((row) => toPair({ ...row, photo: seen(row.photo) }))
    },
  }
}

/** What was looked at in this run counts; else what is known of the same source. */
function pairStatement(database: Database) {
  return database.prepare<[string, string, string, number], PairRow>(`
    SELECT d.anchor, d.name, d.name_key, d.dn, d.base_dn, j.resource_id,
      CASE WHEN p.anchor IS NULL THEN m.value ELSE p.value END AS value,
      CASE WHEN p.anchor IS NULL THEN m.media_type ELSE p.media_type END AS media_type,
      CASE WHEN p.anchor IS NULL THEN m.size ELSE p.size END AS size,
      CASE WHEN p.anchor IS NULL THEN m.problem ELSE p.problem END AS problem,
      sent.value AS sent_value, sent.media_type AS sent_media_type, sent.size AS sent_size, c.photo,
      ${hasUnconfirmedPhoto('d.anchor')} AS unconfirmed
    FROM work.desired_users AS d
    CROSS JOIN work.joins AS j ON j.kind = 'user' AND j.anchor = d.anchor AND j.how <> 'held'
    LEFT JOIN work.pictures AS p ON p.anchor = d.anchor
    LEFT JOIN main.pictures AS m ON m.anchor = d.anchor AND m.source = ?
    LEFT JOIN main.sent_photos AS sent ON sent.resource_id = j.resource_id
    LEFT JOIN work.current_users AS c ON c.id = j.resource_id
    WHERE (d.name_key, d.anchor) > (?, ?) AND (p.anchor IS NOT NULL OR m.anchor IS NOT NULL)
    ORDER BY d.name_key, d.anchor LIMIT ?`)
}

function toPair(row: PairRow): AvatarPair {
  const { anchor, name, dn, base_dn: baseDn, resource_id: resourceId } = row
  const sent =
    row.sent_value === null ? null : { value: row.sent_value, mediaType: row.sent_media_type, size: row.sent_size }
  const pair = { anchor, name, dn, baseDn, resourceId, wanted: wantedOf(row), sent, found: toFoundPhoto(row.photo) }
  return row.unconfirmed === 1 ? { ...pair, isUnconfirmed: true } : pair
}

function wantedOf({ value, media_type: mediaType, size, problem }: PairRow): WantedPhoto {
  if (problem !== null) return { kind: 'refused', ...JSON.parse(problem) }
  return value === null ? { kind: 'none' } : { kind: 'photo', photo: { value, mediaType, size } }
}
