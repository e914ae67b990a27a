import type { ObjectKind } from '../../app/model/objectKind.ts'
import type { PlanBasis, PlanStatus } from '../../app/model/plan.ts'
import type { RunKind } from '../../app/model/run.ts'
import { counted, shownNumber } from './counting.ts'

/** Texts of the dry run and of every stored plan. */
export const planTexts = {
  title: 'Dry run',
  plan: (id: number) => `Plan ${id}`,
  made: 'made',
  ago: (duration: string) => `${duration} ago`,
  basis: {
    full: 'everything was read',
    changes: 'made from changes alone',
    snapshot: 'made from what is held of the directory',
    only: 'for one entry alone',
    undo: 'takes back an earlier run',
  } satisfies Readonly<Record<PlanBasis['kind'], string>>,
  run: (id: number) => `Run ${id}`,
  appliedBy: 'applied by',
  newer: 'the newest is',

  none: {
    title: 'No dry run was made yet',
    message:
      'A dry run reads the directory and the cloud and shows what a sync would change, to whom, and why. Nothing is written: it can be made as often as you like.',
    action: 'Make a dry run',
  },
  noSuchPlan: {
    title: 'There is no such plan',
    message: 'Plans have numbers, and the address has none.',
    action: 'To the newest plan',
  },
  again: 'Make a new dry run',
  againMeans: 'Reads the directory and the cloud again. Nothing is written.',
  busy: 'Something is running: this can be asked for when it has ended.',
  lost: 'The service is not reachable: it can be asked for again as soon as it is.',

  progress: {
    running: {
      'dry-run': 'A dry run is being made',
      full: 'A full sync is running',
      incremental: 'An incremental sync is running',
      only: 'A sync of one entry is running',
      apply: 'A plan is being applied',
      undo: 'A plan to take back a run is being made',
    } satisfies Readonly<Record<RunKind, string>>,
    mayLeave: 'It goes on when you leave this page.',
  },
  failed: {
    'dry-run': 'The last dry run failed.',
    apply: 'This plan was not applied.',
    showRun: (id: number) => `Show run ${id}`,
    review: (id: number) => `Review plan ${id}, which says what would change now`,
    differs: (added: number, gone: number) =>
      `${counted(added, 'change is', 'changes are')} new or different, ${counted(gone, 'change is', 'changes are')} no longer as planned.`,
  },

  concerns: {
    incomplete: 'The directory could not be read whole.',
    incompleteMeans: 'Nobody is taken away for not being seen.',
    warnings: (count: number) => (count === 1 ? 'Warning:' : counted(count, 'warning')),
    more: (count: number) => `Show ${counted(count, 'more', 'more')}`,
    fewer: 'Show fewer',
  },
  notApplicable: 'This plan cannot be applied.',

  kinds: 'Kinds of object',
  tabs: 'What would happen',
  noChanges: 'no changes',
  objects: 'Objects of this plan',
  search: 'Search name or DN',
  searchKeys: 'Search  (Ctrl+F)',
  columns: { outcome: 'Outcome', name: 'Name', reason: 'Why', dn: 'DN', result: 'Result' },
  found: (count: number) => counted(count, 'object'),
  empty: {
    tab: { title: 'Nothing here', message: 'The plan has no object of this kind that fares like that.' },
    search: (text: string) => ({
      title: `Nothing fits “${text}”`,
      message: 'The search looks at names and DNs of this tab; another tab may have it.',
    }),
    clear: 'Clear the search',
    forgotten: {
      title: 'Only their number is kept',
      message: 'Of an older plan, who matched is not kept any more. A new dry run lists everybody.',
    },
  },

  item: {
    panel: 'The chosen object',
    width: 'Width of the panel',
    close: 'Close (Escape)',
    attribute: 'Attribute',
    before: 'Before',
    after: 'After',
    value: 'Value',
    nothing: 'no value',
    values: 'Values',
    members: 'Members',
    membersAdded: (count: number) => `${counted(count, 'member')} added`,
    membersRemoved: (count: number) => `${counted(count, 'member')} removed`,
    more: (count: number) => `Show ${shownNumber(count)} more`,
    beyond: (count: number) => `and ${shownNumber(count)} more, which the report lists`,
    notes: 'Notes',
    outcome: 'What became of it',
    why: 'Why?',
    whyAsking: 'Asking the directory and the cloud',
    whyNow: 'As directory, cloud and settings are now:',
    whyNobody: 'The directory has no entry for it now: it was deleted, moved out of reach, or never there.',
    last: 'Last outcome',
    lastNone: 'Nothing was written for it so far.',
    lastLine: (planId: number, word: string, result: string) => `Plan ${planId}: ${word}, ${result}`,
    notApplied: 'not applied',
    page: (name: string) => `Everything about ${name}`,
    steps: {
      found: 'Found',
      selected: 'Selected',
      room: 'Room',
      values: 'Values',
      match: 'Match',
      members: 'Members',
      guard: 'Guard',
      change: 'Change now',
      picture: 'Picture',
    },
    marks: { good: 'passed', stop: 'stopped here', unsure: 'not certain', plain: 'noted' },
    lineEnd: '↵',
    space: '␣',
    tab: '⇥',
  },

  mismatched: {
    title: 'Mismatched',
    retain: 'Keep them',
    delete: 'Delete them',
    kept: (objects: string, count: number) =>
      `${objects} in the cloud ${count === 1 ? 'has' : 'have'} no entry in the directory. ${count === 1 ? 'It stays' : 'They stay'} as ${count === 1 ? 'it is' : 'they are'}.`,
    deletes: 'Objects in the cloud without an entry in the directory are taken away. There is none.',
    taken: (objects: string, count: number) =>
      `${objects} in the cloud ${count === 1 ? 'has' : 'have'} no entry in the directory. This plan takes ${count === 1 ? 'it' : 'them'} away, unless it says why not.`,
    whoever: 'objects without an entry',
    show: 'Show them',
    dialogDelete: {
      title: 'Delete what has no entry in the directory?',
      consequence: (objects: string, days: number) =>
        `A new dry run would plan to take up to ${objects} away: ${days === 0 ? 'they are deleted at once, for good' : `people and rooms become inactive at once and are deleted for good ${days === 1 ? 'a day' : `${days} days`} later, groups are deleted at once`}.`,
      safe: 'Nothing is done now: the new dry run shows everybody concerned first, the guard against deletions looks at them, and only applying that plan changes anything. From then on every sync treats such objects so.',
      confirm: 'Save, and make a new dry run',
    },
    dialogRetain: {
      title: 'Keep what has no entry in the directory?',
      consequence: (objects: string) => `${objects} would stay in the cloud as they are, now and in every later sync.`,
      safe: 'The setting is saved, and a new dry run shows what is then left to do.',
      confirm: 'Save, and make a new dry run',
    },
    cancel: 'Cancel',
  },

  halt: {
    title: 'Halted, so that a person looks at it first',
    show: (label: string) => `Show ${label}`,
    type: (count: number) => `Type ${count} to approve`,
    typeWord: (word: string) => `Type ${word} to approve`,
    word: 'approve',
    raise: 'Raise the limit',
    selection: 'Look at the selection',
    open: (left: number) => `${counted(left, 'reason waits', 'reasons wait')} for your approval.`,
    all: 'Everything is approved.',
    nothing: 'There is nothing to approve: the plan changes nothing.',
  },

  apply: {
    action: (changes: number) => `Apply ${counted(changes, 'change')}…`,
    title: (changes: number) => `Apply ${counted(changes, 'change')}?`,
    confirm: (changes: number) => `Apply ${counted(changes, 'change')}`,
    checked:
      'Directory and cloud are read again first. Exactly this plan is carried out, or nothing: if anything has moved on, it is refused and shown anew.',
    removals: (count: number) =>
      `${counted(count, 'object', 'objects')} would be made inactive or deleted. Type ${count} to confirm.`,
    approved: (names: readonly string[]) => `Approved: ${names.join(', ')}.`,
    cancel: 'Cancel',
  },

  save: {
    action: 'Save report',
    csv: 'CSV, for a spreadsheet',
    json: 'JSON, for programs',
    html: 'HTML, to read anywhere',
  },

  others: {
    open: 'Other plans',
    openTitle: 'Stored plans',
    compare: 'Compare with…',
    compareTitle: (id: number) => `Compare plan ${id} with another`,
    list: 'Stored plans',
    columns: { plan: 'Plan', made: 'Made', status: 'Status', changes: 'What it changes' },
    status: {
      pending: 'not applied',
      halted: 'halted',
      applied: 'applied',
      'partly-applied': 'partly applied',
    } satisfies Readonly<Record<PlanStatus, string>>,
    incomplete: 'incomplete read',
    none: { title: 'There is no other plan', message: 'Every dry run and every sync keeps its plan here.' },
    close: 'Close',
    choose: { open: 'Open', compare: 'Compare', another: 'Choose another' },
    same: 'Both change the same, in the same way.',
    onlyIn: (id: number, count: number) => `${counted(count, 'change')} only in plan ${id}, or different there`,
    names: (names: readonly string[], more: number) =>
      more > 0 ? [...names, `and ${shownNumber(more)} more`] : [...names],
    openPlan: (id: number) => `Open plan ${id}`,
    short: {
      create: 'added',
      update: 'changed',
      deactivate: 'inactive',
      reactivate: 'active again',
      delete: 'deleted',
    },
    nothing: 'nothing',
  },

  objectsOf: {
    user: ['person', 'people'],
    room: ['room', 'rooms'],
    group: ['group', 'groups'],
    contact: ['contact', 'contacts'],
    avatar: ['picture', 'pictures'],
  } satisfies Readonly<Record<ObjectKind, readonly [one: string, several: string]>>,
} as const
