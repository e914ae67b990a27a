/** The sign before the word of a tab, by its name; tabs without one are about no single thing. */
export const signs: Readonly<Partial<Record<string, string>>> = {
  create: '+',
  update: '~',
  deactivate: '–',
  reactivate: '↑',
  delete: '✕',
  failed: '!',
}
