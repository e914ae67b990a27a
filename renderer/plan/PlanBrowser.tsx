import { makeStyles, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react'
import type { PlanRow, PlanSummary, PlanTab } from '../../app/api/plans/planBrowser.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ToneMark } from '../components/ToneMark.tsx'
import { usePagedRows } from '../components/usePagedRows.ts'
import { type TableOrder, VirtualTable } from '../components/VirtualTable.tsx'
import { shownNumber } from '../texts/counting.ts'
import { texts } from '../texts/texts.ts'
import { ItemPanel } from './ItemPanel.tsx'
import { NoRows } from './NoRows.tsx'
import { PanelSplit } from './PanelSplit.tsx'
import { PlanSearch } from './PlanSearch.tsx'
import { planColumns } from './planColumns.tsx'
import type { PlanView } from './planView.ts'
import { signs } from './signs.ts'
import { TabRow } from './TabRow.tsx'

/** The id of the part that tabs change. */
export const objectsPart = 'plan-objects'

interface PlanBrowserProps {
  readonly summary: PlanSummary
  readonly view: PlanView
  readonly onView: (part: Partial<PlanView>, step?: 'new' | 'same') => void
}

const useStyles = makeStyles({
  browser: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minHeight: '264px',
    gap: tokens.spacingVerticalS,
  },
  bar: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  tabs: { flexGrow: 1, minWidth: 0 },
  count: { fontVariantNumeric: 'tabular-nums' },
})

type Sort = 'name' | 'dn'

/** The objects of one kind of a plan: tabs by what happens to them, search, rows, and the chosen one beside them. */
export function PlanBrowser({ summary, view, onView }: PlanBrowserProps) {
  const styles = useStyles()
  const { header, kinds } = summary
  const { kind, tab, search, sort, direction, row } = view
  const part = useRef<HTMLElement>(null)
  const onSearch = (text: string) => onView({ search: text, row: null }, 'same')
  const rows = usePagedRows<PlanRow>(
    ['plans.rows', header.id, kind, tab, search, sort, direction],
    (offset, limit, signal) =>
      api.plans.rows.query({ planId: header.id, kind, tab, search, sort, direction, offset, limit }, { signal }),
  )
  const isApplied = header.status === 'applied' || header.status === 'partly-applied'
  const stage = tab === 'failed' ? 'failed' : isApplied ? 'applied' : 'planned'
  const columns = useMemo(
    () => planColumns(stage, row === null || sort === 'dn' ? 'wide' : 'narrow'),
    [stage, row, sort],
  )
  const onSelect = useCallback(
    ({ id }: PlanRow) => id !== row && onView({ row: id }, row === null ? 'new' : 'same'),
    [onView, row],
  )
  const focusPanel = () => part.current?.querySelector<HTMLElement>('aside')?.focus()
  const focusTable = () => part.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  const close = () => {
    onView({ row: null }, 'same')
    focusTable()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || row === null || event.defaultPrevented) return
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    close()
  }
  const onOrder = (order: TableOrder<Sort>) => {
    // A third click goes back to the order of the plan.
    const isThird = sort === order.by && direction === 'down'
    onView(isThird ? { sort: 'plan', direction: 'up' } : { sort: order.by, direction: order.direction }, 'same')
  }
  const tabs = kinds.find((one) => one.kind === kind)?.tabs ?? []
  const chosen = tabs.find(({ name }) => name === tab)

  return (
    <section ref={part} className={styles.browser} onKeyDown={onKeyDown} aria-label={texts.plan.objects}>
      <div className={styles.bar}>
        <div className={styles.tabs}>
          <TabRow
            form="words"
            label={texts.plan.tabs}
            chosen={tab}
            controls={objectsPart}
            onChoose={(name) => onView({ tab: name, row: null }, 'same')}
            items={tabs
              .filter((one) => isShown(one, tab))
              .map(({ name, label, tone, count }) => ({
                name,
                isQuiet: count === 0,
                content: (
                  <>
                    {signs[name] && count > 0 ? (
                      <ToneMark tone={tone} sign={signs[name] ?? ''}>
                        {label}
                      </ToneMark>
                    ) : (
                      label
                    )}{' '}
                    <span className={styles.count}>{shownNumber(count)}</span>
                  </>
                ),
              }))}
          />
        </div>
        <PlanSearch search={search} onSearch={onSearch} onDown={focusTable} />
      </div>
      <PanelSplit id={objectsPart} panel={row !== null && <ItemPanel planId={header.id} row={row} onClose={close} />}>
        {rows.error ? (
          <ErrorNotice error={rows.error} onTryAgain={rows.tryAgain} />
        ) : (
          <VirtualTable<PlanRow, Sort>
            label={`${chosen?.label ?? ''}, ${texts.plan.found(rows.total ?? 0)}`}
            columns={columns}
            rows={rows}
            idOf={idOf}
            selected={row}
            onSelect={onSelect}
            onOpen={focusPanel}
            {...(sort !== 'plan' && { order: { by: sort, direction } })}
            onOrder={onOrder}
            empty={
              <NoRows
                search={search}
                forgotten={chosen ? chosen.count - chosen.listed : 0}
                onClear={() => onSearch('')}
              />
            }
          />
        )}
      </PanelSplit>
    </section>
  )
}

/** Without anything in them, only those tabs are there whose nothing is an answer. */
function isShown({ name, count }: PlanTab, chosen: string): boolean {
  return count > 0 || name === chosen || ['all', 'create', 'update', 'deactivate', 'delete'].includes(name)
}

function idOf({ id }: PlanRow): string {
  return id
}
