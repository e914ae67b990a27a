interface Described {
  readonly incremental: string | null
  readonly full: string | null
  readonly timeZone: string
}

/** Texts of the page Schedule. */
export const scheduleTexts = {
  mode: {
    title: 'Mode',
    automatic: 'Automatic',
    pause: 'Pause',
    resume: 'Resume',
    state: ({ mode, pausedAt }: { readonly mode: 'manual' | 'automatic'; readonly pausedAt: string | null }) => {
      if (pausedAt !== null)
        return `Paused since ${new Date(pausedAt).toLocaleString('en-GB')}: nothing runs by itself.`
      return mode === 'automatic'
        ? 'The schedule below runs by itself.'
        : 'Manual: nothing runs by itself. A full sync after which both sides match exactly makes it automatic.'
    },
  },
  schedule: {
    incremental: 'Incremental sync',
    incrementalHint: 'Reads only what changed since the last one.',
    full: 'Full sync',
    fullHint: 'Reads everything again and compares it with the store.',
    how: 'When',
    kinds: {
      never: 'Never',
      minutes: 'Every few minutes',
      hours: 'Every few hours',
      days: 'On week days at a time',
      cron: 'By a cron expression',
    },
    every: 'How often',
    steps: {
      minutes: (every: number) => `every ${every} minutes`,
      hours: (every: number) => (every === 1 ? 'every hour' : `every ${every} hours`),
    },
    at: 'At',
    days: 'On',
    dayNames: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    shortDays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    cron: 'Cron expression',
    cronHint: 'Minute, hour, day of month, month, week day. A day of month and a week day must both fit.',
    next: 'Next times',
    unknown: 'Something in the schedule is wrong: no times can be told.',
    sentence: ({ incremental, full, timeZone }: Described) => {
      if (incremental === null && full === null) return 'Nothing is due at any time.'
      const parts = [
        ...(incremental === null ? [] : [`incremental ${incremental}`]),
        ...(full === null ? [] : [`full ${full}`]),
      ]
      const sentence = parts.join(', ')
      return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} (${timeZone}).`
    },
    lanes: { incremental: 'Incremental sync', full: 'Full sync' },
    timeZone: 'Time zone',
    timeZoneHint: "Left empty, it is the machine's.",
  },
} as const
