import { counted } from '../counting.ts'

const objects = {
  users: ['person', 'people'],
  rooms: ['room', 'rooms'],
  groups: ['group', 'groups'],
  contacts: ['contact', 'contacts'],
  avatars: ['picture', 'pictures'],
} as const

/** Texts of the page Guards. */
export const guardTexts = {
  guards: {
    deletions: 'People and objects that go',
    deletionsHint:
      'A plan that would make inactive or delete more than this halts, lists everybody concerned, and waits for a person.',
    optional: { creates: 'People and objects that come', updates: 'People and objects that change' },
    guardThem: 'Halt a plan that exceeds a limit',
    table: {
      deletions: 'Limits for what goes',
      creates: 'Limits for what comes',
      updates: 'Limits for what changes',
    },
    kind: 'Kind',
    kinds: { users: 'Users', rooms: 'Rooms', groups: 'Groups', contacts: 'Contacts', avatars: 'Pictures' },
    parts: { percent: 'Percent', atLeast: 'At least', atMost: 'At most' },
    partOf: (kind: string, part: string) => `${kind}: ${part}`,
    effect: { deletions: 'May go at once', creates: 'May come at once', updates: 'May change at once' },
    allowed: (kind: keyof typeof objects, linked: number, allowed: number) =>
      `${allowed.toLocaleString('en-US')} of ${counted(linked, objects[kind][0], objects[kind][1])}`,
    gone: 'What is gone from the directory',
    softDeleteDays: 'Delete a user who is gone after',
    days: 'days',
    softDeleteHint: (days: number) =>
      days === 0
        ? 'Who is gone is deleted at the next run, and cannot come back as the same user.'
        : 'Who is gone is made inactive at once, and can come back as the same user until then.',
    mismatched: 'Objects in the store that no entry accounts for',
    mismatchedChoices: { retain: 'Keep them', delete: 'Delete them' },
    mismatchedHints: {
      retain: 'Each dry run lists them as mismatched.',
      delete: 'Each dry run lists them as deletions; the limits above hold for them too.',
    },
    protected: 'Protected users',
    protectedLabel: 'Never made inactive or deleted',
    protectedHint: 'uids or DNs. Administrators of the store are protected by themselves.',
    addProtected: 'Add somebody',
  },
  notify: {
    title: 'The connector sends no messages yet',
    message:
      'The desktop program shows a notification when a run fails or halts. Besides that, the dashboard, the event log and the exit codes of the command line say how all is.',
  },
} as const
