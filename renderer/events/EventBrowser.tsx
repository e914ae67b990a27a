import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowUpRegular } from '@fluentui/react-icons'
import { type ReactNode, useCallback, useRef } from 'react'
import type { Event } from '../../app/model/event.ts'
import { Empty } from '../components/Empty.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Moment } from '../components/Moment.tsx'
import { TableWithPanel } from '../components/TableWithPanel.tsx'
import { type TableColumn, VirtualTable } from '../components/VirtualTable.tsx'
import { texts } from '../texts/texts.ts'
import { EventDetails } from './EventDetails.tsx'
import { type EventFilter, isFiltered } from './eventFilter.ts'
import { LevelMark } from './LevelMark.tsx'
import { useEventLog } from './useEventLog.ts'

interface EventBrowserProps {
  readonly filter: EventFilter
  readonly marked: Event | null
  readonly onMark: (event: Event | null) => void
  readonly onClear: () => void
  /** What stands there when there are none at all. */
  readonly empty?: ReactNode
}

const useStyles = makeStyles({
  fresh: {
    position: 'absolute',
    top: '40px',
    left: '50%',
    transform: 'translateX(-50%)',
    boxShadow: tokens.shadow8,
    zIndex: 2,
  },
})

const { columns: headings } = texts.events
const columns: ReadonlyArray<TableColumn<Event>> = [
  { name: 'at', heading: headings.at, width: '152px', cell: ({ at }) => <Moment at={at} form="second" stop="none" /> },
  { name: 'level', heading: headings.level, width: '104px', cell: ({ level }) => <LevelMark level={level} /> },
  { name: 'side', heading: headings.side, width: '96px', cell: ({ side }) => texts.sides[side] },
  {
    name: 'message',
    heading: headings.message,
    width: 'minmax(0, 3fr)',
    cell: ({ message }) => <span title={message}>{message}</span>,
  },
  {
    name: 'object',
    heading: headings.object,
    width: 'minmax(0, 1fr)',
    cell: ({ object }) => <span title={object ?? ''}>{object}</span>,
  },
  { name: 'run', heading: headings.run, width: '64px', cell: ({ runId }) => runId ?? '' },
]

/** What the panel says of the marked event, the table need not. */
const narrowColumns = columns.filter(({ name }) => name !== 'side' && name !== 'object')

/** The event log as a table with a live tail, and beside it what the marked event means. */
export function EventBrowser({ filter, marked, onMark, onClear, empty }: EventBrowserProps) {
  const styles = useStyles()
  const words = texts.events
  const scrolled = useRef(0)
  const mayMove = () => scrolled.current === 0 && marked === null
  const { rows, waiting, joined, showWaiting } = useEventLog(filter, mayMove)
  const idOf = useCallback(({ id }: Event) => String(id), [])
  return (
    <>
      {rows.error && rows.total === null && <ErrorNotice error={rows.error} onTryAgain={rows.tryAgain} />}
      <TableWithPanel
        label={words.title}
        panel={marked && { label: words.panel.label, content: <EventDetails event={marked} /> }}
        onClose={() => onMark(null)}
        onScroll={(top) => {
          scrolled.current = top
        }}
      >
        {waiting > 0 && (
          <Button
            className={styles.fresh}
            appearance="primary"
            shape="circular"
            size="small"
            icon={<ArrowUpRegular />}
            onClick={({ currentTarget }) => {
              const grid = currentTarget.closest('section')?.querySelector<HTMLElement>('[role=grid]')
              showWaiting()
              // The button goes; whoever used it with a key goes on in the table.
              grid?.focus()
            }}
          >
            {joined === 'gap' ? words.gap : words.fresh(waiting)}
          </Button>
        )}
        <VirtualTable
          label={words.table}
          columns={marked === null ? columns : narrowColumns}
          rows={rows}
          idOf={idOf}
          selected={marked === null ? null : String(marked.id)}
          onSelect={onMark}
          empty={
            empty ??
            (isFiltered(filter) ? (
              <Empty {...words.emptyFiltered} action={<Button onClick={onClear}>{words.filters.clear}</Button>} />
            ) : (
              <Empty {...words.empty} />
            ))
          }
        />
      </TableWithPanel>
      <span aria-live="polite" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
        {waiting > 0 ? words.fresh(waiting) : ''}
      </span>
    </>
  )
}
