import { Button, Link, makeStyles, Switch, tokens } from '@fluentui/react-components'
import { useCallback, useMemo } from 'react'
import type { Run } from '../../app/model/run.ts'
import { api } from '../client.ts'
import { Empty } from '../components/Empty.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { heldRows } from '../components/heldRows.ts'
import { Moment } from '../components/Moment.tsx'
import { Page } from '../components/Page.tsx'
import { type TableColumn, VirtualTable } from '../components/VirtualTable.tsx'
import { goTo, useHashQuery } from '../frame/hashAddress.ts'
import { shownDuration } from '../texts/moment.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { didSentence, isIdle, secondsOf } from './didSentence.ts'
import { ResultMark } from './ResultMark.tsx'
import { RunViews } from './RunViews.tsx'

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalL },
  views: { flexGrow: 1 },
  table: {
    flexGrow: 1,
    minHeight: '240px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  count: { color: tokens.colorNeutralForeground3 },
})

const { columns: headings } = texts.runs
const columns: ReadonlyArray<TableColumn<Run>> = [
  {
    name: 'run',
    heading: headings.run,
    width: '72px',
    cell: ({ id }) => (
      <Link href={`#/runs/${id}`} tabIndex={-1}>
        {id}
      </Link>
    ),
  },
  { name: 'kind', heading: headings.kind, width: '152px', cell: ({ kind }) => texts.runKinds[kind] },
  {
    name: 'startedAt',
    heading: headings.startedAt,
    width: '152px',
    cell: ({ startedAt }) => <Moment at={startedAt} stop="none" />,
  },
  { name: 'duration', heading: headings.duration, width: '104px', cell: durationOf },
  {
    name: 'result',
    heading: headings.result,
    width: '136px',
    cell: ({ status }) => <ResultMark status={status} />,
  },
  {
    name: 'did',
    heading: headings.did,
    width: 'minmax(0, 1fr)',
    cell: (run) => <span title={didSentence(run)}>{didSentence(run)}</span>,
  },
]

/** Every run, newest first: when, how long, how it ended and what it did. */
export function RunList() {
  const styles = useStyles()
  const { title, table, hideIdle, shown: shownOf, empty, emptyHidden } = texts.runs
  const hides = useHashQuery().get('idle') === 'hidden'
  const { data, error, refetch } = useAnswer(['runs'], (signal) => api.runs.query(undefined, { signal }))
  const shown = useMemo(() => (hides ? data?.filter((run) => !isIdle(run)) : data) ?? null, [data, hides])
  const open = useCallback(({ id }: Run) => goTo(`/runs/${id}`), [])
  const setHidden = (hidden: boolean) => goTo(hidden ? '/runs?idle=hidden' : '/runs', { replace: true })
  return (
    <Page title={title} height="filled">
      <div className={styles.bar}>
        <div className={styles.views}>
          <RunViews shown="all" />
        </div>
        {data && shown && <span className={styles.count}>{shownOf(shown.length, data.length)}</span>}
        <Switch label={hideIdle} checked={hides} onChange={(_, { checked }) => setHidden(checked)} />
      </div>
      {error && !data ? (
        <ErrorNotice error={error} onTryAgain={() => void refetch()} />
      ) : (
        <div className={styles.table}>
          <VirtualTable
            label={table}
            columns={columns}
            rows={heldRows(`runs ${hides}`, shown)}
            idOf={({ id }) => String(id)}
            selected={null}
            onSelect={ignore}
            onOpen={open}
            empty={
              data?.length === 0 ? (
                <Empty
                  title={empty.title}
                  message={empty.message}
                  action={<Button onClick={() => goTo('/plans')}>{empty.action}</Button>}
                />
              ) : (
                <Empty
                  title={emptyHidden.title}
                  message={emptyHidden.message}
                  action={<Button onClick={() => setHidden(false)}>{emptyHidden.action}</Button>}
                />
              )
            }
          />
        </div>
      )}
    </Page>
  )
}

function durationOf(run: Run): string {
  const seconds = secondsOf(run)
  return seconds === null ? '' : shownDuration(seconds)
}

function ignore(): void {}
