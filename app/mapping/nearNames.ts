const mostNames = 3

/** At most three of `names` that `wanted` may have been meant for, the nearest first; all in lower case. */
export function nearNames(wanted: string, names: Iterable<string>): readonly string[] {
  const furthest = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)))
  const near: { readonly name: string; readonly distance: number }[] = []
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > furthest) continue
    const distance = editDistance(wanted, name)
    if (distance <= furthest) near.push({ name, distance })
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  return near.slice(0, mostNames).map((it) => it.name)
}

/** How many characters must be put in, left out, replaced, or swapped with their neighbour, to turn one into the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}
