import type { NotInstalled, UpdateNews } from '../../main/desktop/desktopBridge.ts'

const known = {
  'no-place': 'This build names no place for newer versions; they are installed by hand. Settings and data stay.',
  looking: 'Looking for a newer version…',
  failed: 'The place for newer versions could not be asked. It is asked again in a day, or when the program starts.',
  newest: 'There is no newer version.',
} as const satisfies Readonly<Record<Exclude<UpdateNews['kind'], 'available'>, string>>

const installing = {
  'at-quit': 'It is here, and is installed when the program quits.',
  'after-download': 'It is being fetched, and is installed when the program quits.',
} as const

const notInstalled = {
  package: 'It is not installed by itself: packages are upgraded by whoever looks after this computer.',
  unsigned: 'It is not installed by itself: this build does not say whose signature to look for.',
  'switched-off': 'It is not installed by itself: that is switched off on the page General.',
  'other-service': 'It is not installed by itself: the service that runs here would be cut off. Install it by hand.',
  'not-fetched':
    'It could not be fetched, or its signature is wrong: nothing was installed. It is tried again in a day.',
} as const satisfies Readonly<Record<NotInstalled, string>>

/** What is known of newer versions of the program. */
export const updateTexts = {
  label: 'Newer version',
  inBrowser: 'Looking for newer versions belongs to the desktop program, which also shows what it found.',
  sentence: (news: UpdateNews): string => {
    if (news.kind !== 'available') return known[news.kind]
    const then = news.installing === 'never' ? notInstalled[news.why] : installing[news.installing]
    return `Version ${news.version} is available. ${then}`
  },
  automatic: 'Install newer versions when the program quits',
  automaticHint:
    'Only where the signature can be verified: with our installer on Windows, and on macOS. Otherwise, and while this is off, the program only tells that there is one.',
} as const
