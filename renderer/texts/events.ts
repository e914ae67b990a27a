import { counted } from './counting.ts'

/** Texts of the event log. */
export const eventTexts = {
  title: 'Events',
  table: 'Events, newest first',
  columns: { at: 'Time', level: 'Level', side: 'Side', message: 'Message', object: 'Object', run: 'Run' },
  levels: { error: 'Error', warning: 'Warning', info: 'Info', debug: 'Debug' },
  filters: {
    level: 'Level',
    levels: {
      error: 'Errors only',
      warning: 'Errors and warnings',
      info: 'All but debug',
      debug: 'Everything',
    },
    side: 'Side',
    allSides: 'All sides',
    run: 'Run number',
    runPlaceholder: 'Any run',
    search: 'Search message, code and object',
    searchPlaceholder: 'Search',
    clear: 'Clear filters',
  },
  fresh: (count: number) => counted(count, 'new event'),
  gap: 'Many new events: show the newest',
  save: { button: 'Export', csv: 'As CSV', json: 'As JSON' },
  empty: {
    title: 'Nothing has happened yet',
    message: 'Every run, decision, refusal and error is recorded here, and appears by itself.',
  },
  emptyFiltered: {
    title: 'No event fits',
    message: 'What is looked for has not happened, or is kept out by the filters.',
  },
  panel: {
    label: 'The marked event',
    facts: { at: 'Time', level: 'Level', side: 'Side', object: 'Object', run: 'Run', code: 'Code' },
    run: (id: number) => `Run ${id}`,
    sameRun: 'Events of this run',
    remedy: 'What to do',
  },
} as const
