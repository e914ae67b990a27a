const grouped = new Intl.NumberFormat('en-US')

/** `12411` as `12,411`. */
export function shownNumber(value: number): string {
  return grouped.format(value)
}

/** The number with the noun that fits it: `1 run`, `2 runs`, `12,411 entries`. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${shownNumber(value)} ${value === 1 ? singular : plural}`
}

/** `a`, `a and b`, `a, b and c`, and after five of them `a, b, c, d, e and 7 more`. */
export function listed(items: readonly string[]): string {
  const shown = items.length > 6 ? [...items.slice(0, 5), `${shownNumber(items.length - 5)} more`] : items
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
