/** The middle of some numbers; the upper one of two middles. */
export function median(numbers: readonly number[]): number {
  const middle = [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
  if (middle === undefined) throw new Error('There is no middle of nothing.')
  return middle
}
