/**
 * The result of `work` for each item, in the order of the items, while up to `concurrency` of them are under way. Whoever
 * stops taking results begins nothing more.
 */
export async function* concurrently<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = []
  let begun = 0
  const begin = (): void => {
    for (const item of items.slice(begun, begun + concurrency - pending.length)) {
      begun++
      const result = work(item)
      // Awaited in its turn; a failure must not count as unhandled while others are worked on.
      result.catch(() => {})
      pending.push(result)
    }
  }
  for (;;) {
    begin()
    const first = pending.shift()
    if (first === undefined) return
    yield await first
  }
}
