import type { Database } from 'better-sqlite3'

/**
 * Whether the store is seen to show that users have pictures: it does so for one at least of those who were sent one. One
 * that leaves out all of `photos` when it is asked to leave out their values looks as if everybody had lost the picture.
 */
export function showsPhotos(database: Database): boolean {
  const seen = database
    .prepare<[], 1>(
      `SELECT 1 FROM work.current_users AS c
       WHERE c.photo NOT IN ('absent', 'unknown') AND EXISTS (SELECT 1 FROM main.sent_photos AS sent WHERE sent.resource_id = c.id) LIMIT 1`,
    )
    .pluck()
  return seen.get() !== undefined
}
