import { mergeClasses } from '@fluentui/react-components'
import { observeElementOffset, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { offsetShowing, rowAfterKey, rowGeometry, rowHeight } from './rowGeometry.ts'
import { TableHeader } from './TableHeader.tsx'
import type { PagedRows } from './usePagedRows.ts'
import { useTableStyles } from './useTableStyles.ts'

export interface TableColumn<Row, Sort extends string = never> {
  readonly name: string
  readonly heading: string
  /** A track of a CSS grid: `minmax(0, 2fr)`, `96px`. */
  readonly width: string
  /** By what a click on the heading sorts; without it the column cannot be sorted by. */
  readonly sort?: Sort
  readonly cell: (row: Row) => ReactNode
}

export interface TableOrder<Sort extends string> {
  readonly by: Sort
  readonly direction: 'up' | 'down'
}

interface VirtualTableProps<Row, Sort extends string> {
  /** What the rows are, for those who do not see them. */
  readonly label: string
  readonly columns: ReadonlyArray<TableColumn<Row, Sort>>
  readonly rows: PagedRows<Row>
  readonly idOf: (row: Row) => string
  /** The id of the row that is marked; null for none. */
  readonly selected: string | null
  /** A row was clicked, or reached by keys. */
  readonly onSelect: (row: Row) => void
  /** Enter, or a double click. */
  readonly onOpen?: (row: Row) => void
  readonly order?: TableOrder<Sort>
  readonly onOrder?: (order: TableOrder<Sort>) => void
  /** What stands there instead of rows when there are none. */
  readonly empty: ReactNode
}

/**
 * A table of any length: rows of one height, of which only those that are seen exist. Rows that are still on their way have
 * their place already. Arrows, Home, End, Page Up and Page Down move the marked row; Enter opens it.
 */
export function VirtualTable<Row, Sort extends string = never>({
  label,
  columns,
  rows,
  idOf,
  selected,
  onSelect,
  onOpen,
  order,
  onOrder,
  empty,
}: VirtualTableProps<Row, Sort>) {
  const styles = useTableStyles()
  const id = useId()
  const table = useRef<HTMLTableElement>(null)
  const [cursor, setCursor] = useState<number | null>(null)
  const [awaited, setAwaited] = useState<number | null>(null)
  const { total, rowAt, onRange, question } = rows
  const count = total ?? 0

  const view = () => Math.max(rowHeight, (table.current?.clientHeight ?? 0) - rowHeight)
  const geometry = rowGeometry(count, view())
  const virtualizer = useVirtualizer<HTMLTableElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => table.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    observeElementOffset: (instance, told) =>
      observeElementOffset(instance, (scrolled, isScrolling) => {
        const offset = rowGeometry(instance.options.count, view()).offsetAt(scrolled)
        // The end of scrolling is drawn when there is time for it. Where it is a new place too, because a busy window
        // heard of it first, its rows are drawn at once.
        if (!isScrolling && offset !== instance.scrollOffset) told(offset, true)
        told(offset, isScrolling)
      }),
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const scrollTop = table.current?.scrollTop ?? 0
  const shift = scrollTop - geometry.offsetAt(scrollTop)

  useEffect(() => {
    // Sent back to the beginning, the table still has the rows of where it was, for a frame.
    const isLeft = first > 0 && table.current?.scrollTop === 0
    if (!isLeft) onRange(first, last)
  }, [onRange, first, last])

  // Other rows begin at their beginning.
  const shownQuestion = useRef(question)
  useLayoutEffect(() => {
    if (shownQuestion.current === question) return
    shownQuestion.current = question
    if (table.current) table.current.scrollTop = 0
    setCursor(null)
    setAwaited(null)
  }, [question])

  // A row that keys have led to is chosen as soon as it is there.
  const reached = awaited === null ? undefined : rowAt(awaited)
  useEffect(() => {
    if (reached === undefined) return
    setAwaited(null)
    onSelect(reached)
  }, [reached, onSelect])

  const place = items.find(({ index }) => {
    const row = rowAt(index)
    return row !== undefined && idOf(row) === selected
  })?.index
  const present = cursor ?? place ?? null

  const moveTo = (index: number) => {
    setCursor(index)
    setAwaited(index)
    const element = table.current
    if (!element) return
    const offset = geometry.offsetAt(element.scrollTop)
    const wanted = offsetShowing(index, offset, view())
    if (wanted !== offset) element.scrollTop = geometry.scrollTopFor(wanted)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== table.current || event.ctrlKey || event.altKey || event.metaKey) return
    const row = present === null ? undefined : rowAt(present)
    if (event.key === 'Enter' && row !== undefined) return onOpen?.(row)
    const index = rowAfterKey(event.key, present, count, Math.max(1, Math.floor(view() / rowHeight) - 1))
    if (index === null) return
    event.preventDefault()
    moveTo(index)
  }

  const rowUnder = (event: MouseEvent): number | null => {
    const found = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-index]') : null
    return found ? Number(found.dataset.index) : null
  }
  const onClick = (event: MouseEvent) => {
    const index = rowUnder(event)
    if (index !== null) moveTo(index)
  }
  const onDoubleClick = (event: MouseEvent) => {
    const index = rowUnder(event)
    const row = index === null ? undefined : rowAt(index)
    if (row !== undefined) onOpen?.(row)
  }

  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
  return (
    <div className={styles.frame}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid may be made of a table (ARIA in HTML)
        role="grid"
        aria-label={label}
        aria-rowcount={total === null ? -1 : count + 1}
        aria-colcount={columns.length}
        aria-busy={total === null}
        aria-activedescendant={present !== null && present >= first && present <= last ? `${id}-${present}` : undefined}
        tabIndex={0}
        className={styles.table}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        <TableHeader columns={columns} tracks={tracks} {...(order && { order })} {...(onOrder && { onOrder })} />
        <tbody className={styles.body} style={{ height: geometry.height }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index)
            const isSelected = row !== undefined && idOf(row) === selected
            return (
              <tr
                key={index}
                id={`${id}-${index}`}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={isSelected}
                className={mergeClasses(styles.row, isSelected && styles.selected)}
                style={{ ...tracks, top: start + shift }}
              >
                {columns.map(({ name, cell }, place) => (
                  <td key={name} className={styles.cell}>
                    {row === undefined ? (
                      <div
                        className={styles.awaited}
                        style={{ width: `${40 + ((index * 7 + place * 13) % 5) * 10}%` }}
                      />
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {total === 0 && <div className={styles.empty}>{empty}</div>}
    </div>
  )
}
