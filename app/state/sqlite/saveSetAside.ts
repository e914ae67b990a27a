import type { Database } from 'better-sqlite3'
import { nextTry } from '../../apply/nextTry.ts'
import { referenceMissing } from '../../apply/referenceMissing.ts'
import type { Outcome } from '../../model/change.ts'
import { changeDigest } from '../../plan/changeDigest.ts'
import type { Settlement } from '../workspace.ts'
import { type ChangeRow, toRecordedChange } from './planRecords.ts'
import type { Reach } from './reach.ts'
import { wantedDigest } from './wantedDigest.ts'

/**
 * Sets aside what failed in a plan, and forgets what need not be tried again (DC-56). What failed only because it refers to
 * what could not be created is not set aside itself: it is planned again whenever that is tried. Part of a transaction.
 */
export function saveSetAside(database: Database, { planId, at, read }: Settlement, reach: Reach): void {
  forgetSettled(database, planId, read, reach)
  const failed = database
    .prepare<[number, string], ChangeRow>(
      "SELECT * FROM changes WHERE plan_id = ? AND outcome ->> 'kind' = 'failed' AND outcome ->> 'code' <> ?",
    )
    .all(planId, referenceMissing)
  const earlier = database.prepare<[string, string], { attempts: number; first_failed_at: string; digest: string }>(
    'SELECT attempts, first_failed_at, digest FROM set_aside WHERE object_kind = ? AND key = ?',
  )
  const save = database.prepare('INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  for (const row of failed) {
    const { change, outcome } = toRecordedChange(row)
    const key = change.anchor ?? change.resourceId
    if (key === null || !isFailure(outcome)) continue
    // Whether a picture is there is not decided where a resource is looked for.
    const isCreation = change.kind === 'create' && change.anchor !== null && change.objectKind !== 'avatar'
    const digest = isCreation ? wantedDigest(database, change.objectKind, key) : changeDigest(change)
    const before = earlier.get(change.objectKind, key)
    const attempts = before?.digest === digest ? before.attempts + 1 : 1
    const firstFailedAt = before?.digest === digest ? before.first_failed_at : at.toISOString()
    const next = nextTry(attempts, at).toISOString()
    const { objectKind, name, kind } = change
    const { code, message, remedy } = outcome
    save.run(objectKind, key, name, kind, digest, code, message, remedy, attempts, firstFailedAt, next)
  }
}

/** Everything that was looked at and neither failed nor waits: it was done, or is equal, or not wanted any more. */
function forgetSettled(database: Database, planId: number, read: Settlement['read'], reach: Reach): void {
  const changed = (outcome: string) => `
    SELECT object_kind, coalesce(anchor, resource_id) AS key FROM changes
    WHERE plan_id = ${planId} AND key IS NOT NULL${outcome}`
  const done = changed(` AND (outcome ->> 'kind' = 'done' OR outcome ->> 'code' = '${referenceMissing}')`)
  const open = `${changed('')}
    UNION ALL
    SELECT object_kind, coalesce(anchor, resource_id) AS key FROM plan_objects
    WHERE plan_id = ${planId} AND outcome = 'skipped' AND key IS NOT NULL AND reason ->> 'kind' = 'set-aside'`
  const lookedAt = reach.of === 'focus' ? 'key IN (SELECT anchor FROM work.focus)' : '1'
  database.exec(`DELETE FROM set_aside WHERE (object_kind, key) IN (${done})`)
  if (read === 'complete') {
    database.exec(`DELETE FROM set_aside WHERE ${lookedAt} AND (object_kind, key) NOT IN (${open})`)
  }
}

function isFailure(outcome: Outcome | null): outcome is Extract<Outcome, { kind: 'failed' }> {
  return outcome?.kind === 'failed'
}
