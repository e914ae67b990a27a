import type { Database } from 'better-sqlite3'
import type { PictureOptions } from '../workspace.ts'
import type { Reach } from './reach.ts'

/**
 * Remembers what the source of pictures had for the entries of this run, and, when all users were looked at, forgets what was
 * sent for users that are no more. Part of a transaction.
 */
export function savePictures(database: Database, options: PictureOptions | null, reach: Reach): void {
  if (options === null) return
  const reached = reach.of === 'focus' ? 'anchor IN (SELECT anchor FROM work.focus)' : '1'
  database.exec(`
    DELETE FROM main.pictures WHERE ${reached}
      AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = pictures.anchor);`)
  database
    .prepare(
      `${insertFound}
         WHERE EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = p.anchor)
           OR EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = p.anchor)`,
    )
    .run(options.source)
  if (reach.of === 'everything') database.exec(forgetGone)
}

/**
 * The same after a run that leaves the snapshot as it was: only where the store has what was found. Else a picture that
 * comes back later would seem to be as it always was, though this run has sent another one. Part of a transaction.
 */
export function saveAgreedPictures(database: Database, options: PictureOptions | null): void {
  if (options === null) return
  database
    .prepare(
      `${insertFound}
         JOIN main.links AS l ON l.kind = 'user' AND l.anchor = p.anchor
         LEFT JOIN main.sent_photos AS sent ON sent.resource_id = l.resource_id
         WHERE p.problem IS NULL AND p.value IS sent.value`,
    )
    .run(options.source)
}

const insertFound = `
  INSERT OR REPLACE INTO main.pictures
    SELECT p.anchor, ?, p.mark, p.uri, p.etag, p.last_modified, p.value, p.media_type, p.size, p.problem
    FROM work.pictures AS p`

const forgetGone = `
  DELETE FROM main.sent_photos WHERE NOT EXISTS (
    SELECT 1 FROM main.links WHERE links.kind = 'user' AND links.resource_id = sent_photos.resource_id)`
