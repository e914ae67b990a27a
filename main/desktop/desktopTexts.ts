import type { TrayLight } from './serviceView.ts'

/** Every text of the native parts of the window. `&` stands before the key of a menu entry. */
export const desktopTexts = {
  product: 'Directory Connector',
  actions: {
    menu: '&Actions',
    syncNow: '&Sync now',
    incremental: '&Incremental',
    full: '&Full',
    mode: 'Synchronization &mode',
    automatic: '&Automatic',
    manual: '&Manual',
    pause: '&Pause',
    resume: '&Resume synchronization',
    resetSecret: '&Reset connector secret',
    dryRun: '&Dry run',
    troubleshooting: '&Troubleshooting',
    refresh: 'Re&fresh',
    exit: 'E&xit',
  },
  view: { menu: '&View', larger: '&Larger', smaller: '&Smaller', normal: '&Normal size', fullScreen: '&Full screen' },
  help: { menu: '&Help', help: '&Help', about: '&About', faq: '&FAQ' },
  tray: { open: 'Open', syncNow: 'Sync now', pause: 'Pause', resume: 'Resume', quit: 'Quit' },
  light: {
    equal: 'Everything is equal',
    running: 'Running',
    waiting: 'Waiting',
    halted: 'Halted',
    failed: 'Failed',
    absent: 'Service not reachable',
  } satisfies Record<TrayLight, string>,
  /** Why an entry is grey. */
  why: {
    notBuilt: 'not in this version',
    absent: 'service not reachable',
  },
  notification: {
    halted: (run: number) => `Run ${run} was halted`,
    failed: (run: number) => `Run ${run} has failed`,
    haltedBody: 'A guard refused what would be changed. Nothing was changed by it. Open to review.',
    failedBody: 'Open to see what happened.',
  },
  quit: {
    message: 'A run is on.',
    detail: 'Quitting ends it: what was begun is finished and recorded first, the rest is done by the next run.',
    quit: 'Quit and end the run',
    stay: 'Let it run',
  },
  stillHere: 'Synchronization goes on. Open the window again from here, or quit.',
  save: 'Save',
  cannotOpen: 'The window cannot be opened:',
} as const
