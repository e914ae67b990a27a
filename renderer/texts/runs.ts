import { counted, shownNumber } from './counting.ts'

/** Texts of past runs, one run, and what was set aside. */
export const runTexts = {
  title: 'Runs',
  views: { label: 'Runs and what was set aside', all: 'All runs', setAside: 'Set aside' },
  table: 'All runs, newest first',
  columns: { run: 'Run', kind: 'Kind', startedAt: 'Started', duration: 'Took', result: 'Result', did: 'What it did' },
  hideIdle: 'Hide runs with nothing to do',
  shown: (shown: number, all: number) =>
    shown === all ? counted(all, 'run') : `${shownNumber(shown)} of ${counted(all, 'run')}`,
  empty: {
    title: 'Nothing has run yet',
    message: 'The first dry run shows what a sync would do, and writes nothing.',
    action: 'To the dry run',
  },
  emptyHidden: {
    title: 'No run had anything to do',
    message: 'Every run so far found directory and cloud equal.',
    action: 'Show them all',
  },
  did: {
    verbs: {
      create: 'added',
      update: 'changed',
      deactivate: 'made inactive',
      reactivate: 'made active again',
      delete: 'deleted',
      failed: 'failed',
    },
    pictureVerbs: {
      create: 'set',
      update: 'replaced',
      deactivate: 'made inactive',
      reactivate: 'made active again',
      delete: 'removed',
      failed: 'failed',
    },
    kinds: {
      users: ['person', 'people'],
      rooms: ['room', 'rooms'],
      groups: ['group', 'groups'],
      contacts: ['contact', 'contacts'],
      avatars: ['picture', 'pictures'],
    },
    planned: {
      create: 'to add',
      update: 'to change',
      deactivate: 'to make inactive',
      reactivate: 'to make active again',
      delete: 'to delete',
      failed: 'failed',
    },
    plannedPictures: {
      create: 'to set',
      update: 'to replace',
      deactivate: 'to make inactive',
      reactivate: 'to make active again',
      delete: 'to remove',
      failed: 'failed',
    },
    nothing: 'Nothing was changed',
    nothingPlanned: 'Nothing to change',
    equal: 'Directory and cloud were equal',
    running: 'Not ended yet',
    interrupted: 'The process ended before the run did; the next run goes on from there',
  },

  run: {
    title: (id: number) => `Run ${id}`,
    back: 'All runs',
    facts: { kind: 'Kind', started: 'Started', ended: 'Ended', took: 'Took', plan: 'Plan', result: 'Result' },
    plan: (id: number) => `Plan ${id}`,
    notEnded: 'not yet',
    parts: { label: 'Parts of this run', objects: 'Objects', events: 'Events' },
    unknown: { title: 'There is no such run', message: 'The address leads to no run.' },
    plannedOnly: {
      title: 'Nothing was written',
      message: 'This run only planned. Its plan says what would be done to whom, and whether it was applied since.',
    },
    haltedOnly: {
      title: 'Nothing was written',
      message: 'A guard halted this run. Its plan says what stopped it, and can be approved there.',
    },
    notYet: { title: 'No objects yet', message: 'They are here as soon as the run has its plan.' },
    showPlan: 'Show the plan',
    noObjects: {
      title: 'No objects',
      message: 'This run ended before it had a plan; the error above says why.',
    },
    noEvents: { title: 'No events', message: 'Nothing was recorded about this run.' },
    allEvents: 'Show them on the page of events',
    undo: 'Undo this run…',
    undoing: 'Planning the undo…',
    undoHint:
      'Makes a plan that takes back what this run did, and shows it. Nothing is changed before you apply that plan.',
    cannotUndo: {
      wroteNothing: 'There is nothing to undo: this run wrote nothing.',
      running: 'It can be undone when it has ended.',
      busy: 'Another run goes on; it can be undone when that has ended.',
    },
    undone: {
      title: (id: number) => `This plan would take back run ${id}`,
      body: 'Nothing has happened yet: look at it, and apply it if it is right.',
    },
  },

  setAside: {
    title: 'Set aside',
    summary: (count: number) =>
      `${counted(count, 'object')} failed and ${count === 1 ? 'is' : 'are'} tried again, ever less often; all others go on.`,
    table: 'Objects that are set aside',
    columns: { name: 'Object', change: 'Change', attempts: 'Tries', next: 'Next try', why: 'Why' },
    changes: {
      create: 'add',
      update: 'change',
      deactivate: 'make inactive',
      reactivate: 'make active again',
      delete: 'delete',
    },
    kinds: { user: 'person', room: 'room', group: 'group', contact: 'contact', avatar: 'picture' },
    retryAll: (count: number) =>
      count === 1 ? 'Try it again at the next run' : `Try all ${shownNumber(count)} again at the next run`,
    retryOne: 'Try this one at the next run',
    retried: (count: number) =>
      count === 1
        ? 'One object is tried again at the next run.'
        : `${shownNumber(count)} objects are tried again at the next run.`,
    due: 'at the next run',
    facts: { first: 'First failed', next: 'Next try', attempts: 'Tries so far', code: 'Code' },
    empty: {
      title: 'Nothing is set aside',
      message: 'An object whose change keeps failing is put here and tried ever less often, so that all others go on.',
    },
  },
} as const
