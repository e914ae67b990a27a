/** Texts of the help pages; what each error code means is in errorCodes/. */
export const helpTexts = {
  title: 'Help',
  contents: 'Help pages',
  topics: { start: 'Help', keys: 'Keys', faq: 'FAQ', errors: 'Error codes', about: 'About' },
  start: {
    intro:
      'The connector reads your directory, shows what would change in the cloud, and keeps the cloud equal. It changes nothing before you have seen it.',
    steps: [
      {
        title: 'Look before anything happens',
        text: 'A dry run reads both sides and writes nothing. It lists who would be added, changed or made inactive, and why.',
        page: '/plans',
        link: 'Dry run',
      },
      {
        title: 'Apply what you have seen',
        text: 'Applying a plan does exactly what the plan says. When directory or cloud have changed meanwhile, it refuses and shows a new plan.',
        page: '/plans',
        link: 'Plans',
      },
      {
        title: 'Let it run',
        text: 'In automatic mode the service keeps the schedule, whether this window is open or not, and whether anybody is signed in or not.',
        page: '/configure/schedule',
        link: 'Schedule',
      },
      {
        title: 'Ask why',
        text: 'For every person there is a page with each decision: found, selected, mapped, matched, guarded, written. Ctrl+K finds anybody.',
        page: '/people',
        link: 'People',
      },
      {
        title: 'Look into troubles',
        text: 'Every error names its side, its number and its remedy, and each code has a page of its own.',
        page: '/help/errors',
        link: 'Error codes',
      },
    ],
    wordsTitle: 'Words',
    words: [
      ['Entry', 'what the directory has about somebody or something'],
      ['Selection', 'which entries are synchronized: containers, exclusions and filters'],
      ['Mapping', 'which attribute of the cloud gets which value of the entry'],
      ['Plan', 'the list of changes that a run would make, with before and after of each'],
      ['Matched', 'there is an entry and its object in the cloud, and both are equal'],
      ['Mismatched', 'the cloud has an object for which there is no entry here'],
      ['Set aside', 'an object that failed repeatedly; it is tried again later, with growing pauses'],
      ['Guard, halt', 'a limit that stops a plan before anything is written, until a person approves it'],
    ],
  },
  keys: {
    intro: 'Everything can be reached by keyboard.',
    columns: { keys: 'Keys', does: 'What they do' },
    list: [
      ['Ctrl+K', 'Search people, pages and commands'],
      ['Alt+A', 'Actions menu'],
      ['Alt+A, S', 'Sync now'],
      ['Alt+A, S, I', 'Start incremental sync'],
      ['Alt+A, S, F', 'Start full sync'],
      ['Alt+A, D', 'Dry run'],
      ['Alt+A, M', 'Synchronization mode'],
      ['Alt+A, P', 'Pause; in a browser, U resumes'],
      ['Alt+A, R', 'Reset connector secret'],
      ['Alt+A, T', 'Troubleshooting'],
      ['Alt+A, F', 'Refresh'],
      ['Alt+H', 'Help menu'],
      ['Alt+H, H', 'Help'],
      ['Alt+H, A', 'About'],
      ['Alt+H, F', 'FAQ'],
      ['Tab, Shift+Tab', 'To the next or previous thing'],
      ['Arrow keys', 'Within a list, table, menu or chart'],
      ['Enter', 'Opens or presses what has the focus'],
      ['Esc', 'Closes a menu, a dialog or the search'],
    ],
  },
  faq: [
    {
      question: 'Will it delete people?',
      answer:
        'Not by surprise. Whoever leaves the directory or the selection is made inactive at first, and deleted only after the days set under Guards. Accounts in the cloud that never had an entry here are kept unless you decide otherwise. A guard halts a plan that takes away more than its limit.',
    },
    {
      question: 'What is a halt?',
      answer:
        'Before anything is written, guards count what a plan would take away, create or change. Over the limit, the whole plan stops: nothing of it is written. You see each object concerned, and either approve the plan by typing the number or mend the cause.',
    },
    {
      question: 'What does mismatched mean?',
      answer:
        'The cloud has an object for which no entry is found here: somebody created by hand, a partner, an old account. They are kept and only counted, unless you choose in the settings to delete them. Administrators are never touched.',
    },
    {
      question: 'Why is somebody skipped?',
      answer:
        'Because something needed is missing or ambiguous: no mail address, an invalid value, or the same address at two entries. The list Skipped of a plan gives the reason for each, and the page of that person shows every decision.',
    },
    {
      question: 'Where is data kept?',
      answer:
        'In the data folder on this computer; the dashboard shows where it is. It holds settings, a database with what was read, planned and done, log files, and secrets that you gave here. Only the account of the service may open it. Nothing is sent anywhere but to the cloud you configured. A build that names a place for newer versions asks it once a day, and tells it nothing of yours.',
    },
    {
      question: 'What does the service do when nobody is signed in?',
      answer:
        'The same as otherwise, when it is registered as a system service: it keeps the schedule. This window only shows what the service does; closing it changes nothing. Started by the window alone, the service ends with the program.',
    },
    {
      question: 'What is the difference between incremental and full?',
      answer:
        'An incremental sync asks the directory what has changed and looks at those entries only. A full sync reads and compares everybody, so it also finds what was changed by hand in the cloud. After a change of settings a dry run and a full sync come first.',
    },
    {
      question: 'What happens when directory or network fail in the middle?',
      answer:
        'Who was not seen is not taken for gone: nobody is made inactive because a read was incomplete. What the cloud had confirmed is recorded, and the next run goes on from there.',
    },
    {
      question: 'Can a run be taken back?',
      answer:
        'Yes. Under Runs, undo makes a plan of the opposite changes from what was recorded, and you review it like any other. What was deleted in the cloud is created anew, with a new id there; pictures come with the next sync.',
    },
    {
      question: 'Are passwords or the directory changed?',
      answer:
        'No. The connector only reads the directory; an account that may read is enough. Passwords of people are never read. Its own password and token are kept outside the settings file and never stand in logs or reports.',
    },
  ],
  errors: {
    intro: 'Each error, warning and halt has a code. It stands in the event log and in reports.',
    search: 'Find a code or a word',
    none: 'No code has this in its text.',
    groups: {
      settings: 'Settings',
      directory: 'Directory',
      connector: 'Connector',
      store: 'Cloud',
      guards: 'Halts',
      pictures: 'Pictures',
    },
    meaning: 'Meaning',
    cause: 'Likely cause',
    remedy: 'What to do',
    unknownTitle: 'There is no page for this code',
    unknown: 'It may be of another version. The message that came with it says what happened and what to do.',
    all: 'All error codes',
    events: 'Look for it in the events',
  },
  about: {
    version: 'Window',
    service: 'Service',
    electron: 'Electron',
    browser: 'in a browser',
    licence: 'Licence',
    licenceText: 'MIT: free to use, change and pass on, without warranty.',
    librariesTitle: 'Made with',
    librariesIntro: 'These packages are part of the program, each under its own licence.',
  },
} as const
