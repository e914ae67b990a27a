import type { NextRun } from '../../app/api/overview/serviceStatus.ts'
import type { RunKind } from '../../app/model/run.ts'
import type { Settings } from '../../app/settings/schema.ts'

const directoryTypes = {
  'ad-ds': 'Active Directory',
  'ad-lds': 'AD LDS',
  ldap: 'LDAP directory',
} as const satisfies Readonly<Record<Settings['directory']['type'], string>>

const lanes = { incremental: 'Incremental sync', full: 'Full sync' } as const satisfies Readonly<
  Record<NextRun['lane'], string>
>

/** Where there is little room. */
const runKinds = {
  'dry-run': 'Dry run',
  full: 'Full',
  incremental: 'Incremental',
  only: 'One entry',
  apply: 'Apply',
  undo: 'Undo',
} as const satisfies Readonly<Record<RunKind, string>>

export const dashboardTexts = {
  title: 'Dashboard',
  syncNow: 'Sync now',
  incremental: 'Incremental',
  incrementalNote: 'What has changed since the last sync',
  full: 'Full',
  fullNote: 'Reads and compares everybody',
  dryRun: 'Dry run',
  dryRunNote: 'Shows what would change, and writes nothing',
  goThere: 'Go there',
  /** By the first word of the page where one goes on. */
  leads: {
    plans: 'Review the plan',
    runs: 'Look at the run',
    start: 'Set it up',
    events: 'Look at the events',
    configure: 'Go to the settings',
  },
  lastSync: (ago: string) => `Last sync ${ago} ago`,
  nextIn: (span: string) => `next in ${span}`,
  nextNow: 'next as soon as this one ends',
  nowRunning: (run: string) => `${run} is running.`,
  /** Before the sentence, while the service does not answer. */
  lastHeard: 'As last heard:',
  connecting: 'Looking at how everything is…',
  now: {
    title: 'Now',
    idle: 'Idle',
    last: 'Last',
    previous: 'Before',
    never: 'No run yet. A dry run shows what would happen, and writes nothing.',
    started: 'Started',
    bySchedule: 'by the schedule',
    byPerson: 'by a person',
  },
  cloud: {
    title: 'In the cloud',
    kinds: {
      users: ['person', 'people'],
      rooms: ['room', 'rooms'],
      groups: ['group', 'groups'],
      contacts: ['contact', 'contacts'],
      avatars: ['picture', 'pictures'],
    },
    setAside: (count: string) => `${count} set aside`,
    setAsideNote: 'Failed repeatedly; tried again later',
    nobodySetAside: 'Nothing set aside',
  },
  chart: {
    title: (count: number) => (count === 1 ? 'Last run' : count === 0 ? 'Last runs' : `Last ${count} runs`),
    asTable: 'As a table',
    asChart: 'As a chart',
    empty: 'Each run will be a bar here: what it added, changed and removed, what failed, and how long it took.',
    parts: { added: 'added', changed: 'changed', removed: 'removed', failed: 'failed' },
    duration: 'duration',
    planned: 'only planned',
    kinds: runKinds,
    nothing: 'nothing changed',
    label: 'Runs, oldest first; arrow keys go from one to the next, Enter opens it',
    columns: {
      when: 'When',
      kind: 'Kind',
      added: 'Added',
      changed: 'Changed',
      removed: 'Removed',
      failed: 'Failed',
      duration: 'Took',
    },
  },
  configuration: {
    title: 'Configuration',
    empty: 'Nothing is set up yet.',
  },
  connectors: {
    title: 'Connector',
    thisComputer: 'this computer',
    version: (version: string) => `version ${version}`,
    since: 'Service since',
    directory: 'Directory',
    cloud: 'Cloud',
    data: 'Data folder',
    directoryTypes,
  },
  schedule: {
    title: 'Schedule',
    next: 'Next',
    notScheduled: 'Not scheduled',
    overdue: 'waits for the present run to end',
    lanes,
    why: {
      manual: 'In manual mode nothing starts by itself.',
      paused: 'Paused since',
      empty: 'No times are set yet.',
    },
    setTimes: 'Set times',
    mode: 'Runs start',
    automatic: 'by the schedule',
    manual: 'by hand only',
    pause: 'Pause',
    resume: 'Resume',
  },
  warnings: 'To be careful of',
} as const
