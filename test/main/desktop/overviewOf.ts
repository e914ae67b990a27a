import type { Overview } from '../../../app/api/overview/overview.ts'

/** How a connector is on which all is well, but for what a test is about. */
export function overviewOf(differences: Partial<Overview>): Overview {
  return {
    light: { kind: 'equal', sentence: 'Everything is equal.', page: null },
    connector: null,
    installsUpdates: false,
    control: { mode: 'automatic', pausedAt: null, attendedUntil: null },
    linked: { users: 0, rooms: 0, groups: 0, contacts: 0, avatars: 0 },
    setAside: 0,
    troubles: 0,
    fullSyncedAt: null,
    lastPlan: null,
    recentRuns: [],
    lastRuns: [],
    can: { dryRun: { possible: true }, full: { possible: true }, incremental: { possible: true } },
    configuration: [],
    warnings: [],
    ...differences,
  }
}
