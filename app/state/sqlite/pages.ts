/**
 * Walks an ordered query page by page. A page is read whole before it is given out, so that the same connection can
 * write in between.
 * @param read the rows after the given one (from the beginning, when there is none), at most a page of them
 */
export function* pages<Row>(read: (last: Row | null) => readonly Row[]): Generator<readonly Row[]> {
  let last: Row | null = null
  for (;;) {
    const page: readonly Row[] = read(last)
    const end = page.at(-1)
    if (end === undefined) return
    yield page
    last = end
  }
}

/** How many rows are worked on at once. */
export const pageLength = 1000
