import type { PagedRows } from './usePagedRows.ts'

/** Rows that are all there at once, for a VirtualTable; null while they are on their way. */
export function heldRows<Row>(question: string, rows: readonly Row[] | null): PagedRows<Row> {
  return {
    question,
    total: rows === null ? null : rows.length,
    rowAt: (index) => rows?.[index],
    onRange: nothing,
    error: null,
    tryAgain: nothing,
  }
}

/** One value for all tables, which watch it for changes. */
const nothing = () => {}
