import { number } from './counted.ts'

/** `a`, `a and b`, `a, b and c`, and after five of them `a, b, c, d, e and 7 more`. */
export function listed(items: readonly string[]): string {
  const shown = items.length > 6 ? [...items.slice(0, 5), `${number(items.length - 5)} more`] : items
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
