import type { Overview } from '../../app/api/overview/overview.ts'

/** When the last run ended that made the cloud equal, ISO 8601; null when none is remembered. */
export function lastSyncAt({ recentRuns, fullSyncedAt }: Pick<Overview, 'recentRuns' | 'fullSyncedAt'>): string | null {
  const last = recentRuns.find(
    ({ kind, status }) => kind !== 'dry-run' && kind !== 'undo' && (status === 'done' || status === 'equal'),
  )
  if (last === undefined) return fullSyncedAt
  return new Date(new Date(last.startedAt).getTime() + last.seconds * 1000).toISOString()
}
