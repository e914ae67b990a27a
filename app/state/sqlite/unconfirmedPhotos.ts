import type { Database } from 'better-sqlite3'

/**
 * Notes whose picture in the store may be another one than was confirmed last: the last try came to no answer, or its run was
 * killed before it could record one. Only a store that shows pictures themselves could be asked.
 */
export function noteUnconfirmedPhotos(database: Database): void {
  database.exec(`
    INSERT OR IGNORE INTO work.unconfirmed_photos
      SELECT key FROM main.set_aside WHERE object_kind = 'avatar' AND code IN ('unavailable', 'unexpected');
    INSERT OR IGNORE INTO work.unconfirmed_photos
      SELECT changes.anchor FROM (${interruptedSinceLastSync}) AS plan
      CROSS JOIN main.changes ON changes.plan_id = plan.id
      WHERE changes.object_kind = 'avatar' AND changes.anchor IS NOT NULL AND changes.outcome IS NULL;`)
}

/** A condition on the entry of a user. */
export function hasUnconfirmedPhoto(anchor: string): string {
  return `EXISTS (SELECT 1 FROM work.unconfirmed_photos AS unconfirmed WHERE unconfirmed.anchor = ${anchor})`
}

const applied = `
  FROM main.runs JOIN main.plans ON plans.id = runs.plan_id
  WHERE runs.kind <> 'dry-run' AND plans.status IN ('applied', 'partly-applied')`

const interruptedSinceLastSync = `
  SELECT plans.id ${applied} AND runs.status IN ('running', 'interrupted', 'failed')
    AND runs.id >= (SELECT runs.id ${applied}
      AND coalesce(plans.header ->> '$.basis.kind', 'full') NOT IN ('undo', 'only')
      ORDER BY runs.id DESC LIMIT 1)`
