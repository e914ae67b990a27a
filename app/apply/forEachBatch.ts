export interface Pace {
  /** Items in a batch, at least 1. */
  readonly size: number
  /** Batches under way at once, at least 1. */
  readonly concurrency: number
  /** When it aborts, no further batch is begun and its reason is thrown. */
  readonly signal: AbortSignal
}

/**
 * Works on items in batches, several batches at once, taking new items only when there is room for them. After the
 * first error no new batch is begun; the error is thrown when those under way have ended.
 * @param items taken one by one
 */
export async function forEachBatch<Item>(
  items: Iterable<Item>,
  { size, concurrency, signal }: Pace,
  work: (batch: readonly Item[]) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]()
  let failed = false
  const next = (): Item[] => {
    const batch: Item[] = []
    while (!failed && batch.length < size) {
      const { done, value } = iterator.next()
      if (done) break
      batch.push(value)
    }
    return batch
  }
  const worker = async (): Promise<void> => {
    for (let batch = next(); batch.length > 0; batch = next()) {
      try {
        signal.throwIfAborted()
        await work(batch)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: concurrency }, worker))
  for (const result of ended) if (result.status === 'rejected') throw result.reason
}
