/** Every row of a table is as high as this, in pixels. */
export const rowHeight = 32

/** Browsers stop laying out somewhere above this many pixels; beyond it a table's scroll bar moves several at a time. */
const tallest = 15_000_000

/** How the rows of a table lie under its scroll bar; all in pixels. */
export interface RowGeometry {
  /** Of the element that is scrolled over. */
  readonly height: number
  /** Where in all rows the view begins, for a position of the scroll bar. */
  readonly offsetAt: (scrollTop: number) => number
  /** The position of the scroll bar for a beginning of the view. */
  readonly scrollTopFor: (offset: number) => number
}

/**
 * @param rows how many there are in all
 * @param view how high the part is in which rows are seen
 */
export function rowGeometry(rows: number, view: number): RowGeometry {
  const whole = rows * rowHeight
  const height = Math.min(whole, tallest)
  const scale = height > view ? (whole - view) / (height - view) : 1
  return {
    height,
    offsetAt: (scrollTop) => scrollTop * scale,
    scrollTopFor: (offset) => offset / scale,
  }
}

/** Where the view has to begin so that a row is seen whole; the present place when it is. */
export function offsetShowing(row: number, offset: number, view: number): number {
  const top = row * rowHeight
  if (top < offset) return top
  return Math.max(offset, top + rowHeight - view)
}

/**
 * The row that a key leads to.
 * @param from the present row; null for none
 * @param page how many rows are seen at once
 * @returns null for a key that leads nowhere
 */
export function rowAfterKey(key: string, from: number | null, total: number, page: number): number | null {
  if (total === 0) return null
  const last = total - 1
  switch (key) {
    case 'ArrowDown':
      return from === null ? 0 : Math.min(last, from + 1)
    case 'ArrowUp':
      return from === null ? last : Math.max(0, from - 1)
    case 'PageDown':
      return Math.min(last, (from ?? 0) + page)
    case 'PageUp':
      return Math.max(0, (from ?? 0) - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
