/** Longer than any integer of a directory; the length keeps conversion cheap. */
const integer = /^[+-]?[0-9]{1,40}$/

/**
 * Below, at or above 0 as `left` comes before, with or after `right`: integers by value, everything else as text
 * without regard to letter case.
 */
export function compareOrdered(left: string, right: string): number {
  const one = toInteger(left)
  const other = toInteger(right)
  if (one !== undefined && other !== undefined) return order(one, other)
  return order(left.toLowerCase(), right.toLowerCase())
}

/** Undefined when the text is not an integer. */
export function toInteger(text: string): bigint | undefined {
  return integer.test(text) ? BigInt(text.startsWith('+') ? text.slice(1) : text) : undefined
}

function order<T extends bigint | string>(left: T, right: T): number {
  if (left < right) return -1
  return left > right ? 1 : 0
}
