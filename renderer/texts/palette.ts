/** Texts of the palette (Ctrl+K). */
export const paletteTexts = {
  title: 'Search people, pages and commands',
  placeholder: 'A name, an address, a page or a command',
  results: 'Results',
  groups: {
    pages: 'Pages',
    commands: 'Commands',
    people: 'People, rooms, groups and contacts',
    explain: 'In the directory',
  },
  startDryRun: 'Start a dry run',
  explain: (text: string) => `Explain “${text}”`,
  explainNote: 'the way of this person through every decision',
  kinds: { user: 'Person', room: 'Room', group: 'Group', contact: 'Contact', avatar: 'Picture' },
  count: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  hint: '↑ ↓ choose · Enter opens · Esc closes',
} as const
