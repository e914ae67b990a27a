/** Texts of the first start: from nothing to the first dry run. */
export const firstStartTexts = {
  title: 'First start',
  stepsLabel: 'Steps',
  states: { done: 'done', here: 'you are here', open: 'to do' },
  welcome: {
    sentence:
      'From here to a dry run that shows what would change, in five steps. Nothing is written before you say so.',
    bind: 'Bind my directory',
    bindNote:
      'You need the name of a domain controller and an account that may read, and the address and sign-in of the cloud store.',
    demo: 'Look around with a made-up company',
    demoNote:
      'Starts a directory with about 300 people and a store of its own on this computer. Everything is filled in; nothing of yours is touched.',
    starting: 'Starting the made-up company',
  },
  steps: {
    store: {
      name: 'Sign in to the cloud',
      heading: 'Which cloud store is to be kept equal?',
      hint: 'Its SCIM address, and a sign-in that may read and write users.',
      next: 'This is the right store, go on',
    },
    directory: {
      name: 'Bind the directory',
      heading: 'Where are people and groups read?',
      hint: 'One domain for one connector. An account that may only read is enough.',
      next: 'Go on with this directory',
    },
    selection: {
      name: 'Choose objects',
      heading: 'Who should exist in the cloud?',
      hint: 'Choose containers and kinds; the numbers say how many entries that are.',
      next: 'Go on with this selection',
    },
    mapping: {
      name: 'Check the mapping',
      heading: 'Is it right for real people?',
      hint: 'What three people of your selection would look like in the cloud. Change the mapping where something is missing.',
      next: 'The values are right, go on',
    },
    'dry-run': {
      name: 'Dry run',
      heading: 'See what would change',
      hint: 'Reads both sides and writes nothing. You decide afterwards whether the plan is applied.',
      next: 'Save the settings and make the dry run',
    },
  },
  checks: 'Checks',
  back: 'Back',
  notReady: {
    problems: (count: number) =>
      count === 1 ? 'One setting above is not right yet.' : `${count} settings above are not right yet.`,
    check: 'Let the checks run first.',
    checking: 'The checks are running.',
    errors: 'A check has failed: it says what to do. Then let it run again.',
  },
  samples: {
    heading: 'Three people as they would be',
    attribute: 'Cloud attribute',
    others: 'Three others',
    none: 'The selection has no user yet. Go back and choose other containers or another filter.',
    skipped: (reason: string) => `Would be skipped: ${reason}`,
    noValue: 'no value',
    change: 'Change the mapping',
  },
  summary: {
    heading: 'What will be saved',
    name: 'Name of this connector',
    nameHint: 'Stands in reports, where several connectors feed one store.',
  },
  running: 'The dry run reads both sides. You may leave this page; the plan will be under Dry run.',
  settingsThere: 'This connector is set up already.',
  toDashboard: 'To the dashboard',
} as const
