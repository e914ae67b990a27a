import type { Progress } from '../../app/model/progress.ts'
import type { RunKind, RunStatus } from '../../app/model/run.ts'

const runKinds = {
  'dry-run': 'Dry run',
  full: 'Full sync',
  incremental: 'Incremental sync',
  only: 'Sync of one entry',
  apply: 'Applying a plan',
  undo: 'Undo',
} as const satisfies Readonly<Record<RunKind, string>>

const runStatuses = {
  running: 'Running',
  planned: 'Planned',
  equal: 'Equal',
  done: 'Done',
  partial: 'Some failed',
  halted: 'Halted',
  refused: 'Refused',
  failed: 'Failed',
  interrupted: 'Interrupted',
} as const satisfies Readonly<Record<RunStatus, string>>

const progress = {
  rate: (rate: string) => `${rate} a second`,
  left: (span: string) => `about ${span} left`,
  done: (done: string) => `${done} so far`,
  doneOf: (done: string, total: string) => `${done} of ${total}`,
  label: (phase: string) => `Progress: ${phase}`,
  measuring: 'measuring…',
} as const

const phases = {
  connect: 'Connecting',
  'read-directory': 'Reading the directory',
  'read-pictures': 'Looking at pictures',
  'read-store': 'Reading the cloud',
  map: 'Mapping entries',
  plan: 'Planning',
  write: 'Writing to the cloud',
  record: 'Recording what was done',
} as const satisfies Readonly<Record<Progress['phase'], string>>

/** Texts of parts that several pages have. */
export const sharedTexts = {
  product: 'Directory Connector',
  connection: {
    gone: {
      message: 'The service does not answer.',
      remedy: 'The window connects again by itself as soon as it runs.',
    },
    defectRemedy: 'This is a defect of the connector: please report it with the log files.',
    connecting: 'Connecting to the service',
  },
  sides: {
    settings: 'Settings',
    directory: 'Directory',
    connector: 'Connector',
    store: 'Cloud',
    connection: 'Connection',
  },
  runKinds,
  runStatuses,
  phases,
  progress,
  loading: 'Loading',
  close: 'Close',
  tryAgain: 'Try again',
  errorMeaning: 'What does this mean?',
} as const
