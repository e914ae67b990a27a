import { Body1, Button, Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useState } from 'react'
import type { SetAside } from '../../app/model/setAside.ts'
import { api } from '../client.ts'
import { Empty } from '../components/Empty.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { heldRows } from '../components/heldRows.ts'
import { Page } from '../components/Page.tsx'
import { TableWithPanel } from '../components/TableWithPanel.tsx'
import { type TableColumn, VirtualTable } from '../components/VirtualTable.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { NextTry } from './NextTry.tsx'
import { RunViews } from './RunViews.tsx'
import { SetAsideDetails } from './SetAsideDetails.tsx'
import { useRetry } from './useRetry.ts'

const words = texts.runs.setAside
const columns: ReadonlyArray<TableColumn<SetAside>> = [
  { name: 'name', heading: words.columns.name, width: 'minmax(0, 2fr)', cell: ({ name }) => name },
  {
    name: 'change',
    heading: words.columns.change,
    width: '168px',
    cell: ({ change, objectKind }) => `${words.changes[change]} ${words.kinds[objectKind]}`,
  },
  { name: 'attempts', heading: words.columns.attempts, width: '72px', cell: ({ attempts }) => attempts },
  {
    name: 'next',
    heading: words.columns.next,
    width: '152px',
    cell: ({ nextTryAt }) => <NextTry at={nextTryAt} />,
  },
  {
    name: 'why',
    heading: words.columns.why,
    width: 'minmax(0, 3fr)',
    cell: ({ message }) => <span title={message}>{message}</span>,
  },
]

/** What the panel says of the marked object, the table need not. */
const narrowColumns = columns.filter(({ name }) => name !== 'why' && name !== 'attempts')

/** Objects whose change keeps failing, why, and when each is tried again (DC-56). */
export function SetAsidePage() {
  const { data, error, refetch } = useAnswer(['setAside'], (signal) => api.setAside.query(undefined, { signal }))
  const retry = useRetry()
  const [marked, setMarked] = useState<string | null>(null)
  const shown = data?.find((one) => idOf(one) === marked)
  const count = data?.length ?? 0
  return (
    <Page
      title={texts.runs.title}
      height="filled"
      actions={
        count > 0 && (
          <Button appearance="primary" disabledFocusable={retry.isPending} onClick={() => retry.mutate('all')}>
            {words.retryAll(count)}
          </Button>
        )
      }
    >
      <RunViews shown="set-aside" />
      {retry.error && <ErrorNotice error={retry.error} />}
      {error && !data && <ErrorNotice error={error} onTryAgain={() => void refetch()} />}
      {!error && !data && (
        <Skeleton aria-label={texts.loading}>
          <SkeletonItem size={128} />
        </Skeleton>
      )}
      {count > 0 && <Body1>{words.summary(count)}</Body1>}
      {data && count === 0 && <Empty {...words.empty} />}
      {data && count > 0 && (
        <TableWithPanel
          label={words.title}
          panel={
            shown
              ? {
                  label: shown.name,
                  content: <SetAsideDetails object={shown} onRetry={() => retry.mutate(shown.name)} />,
                }
              : null
          }
          onClose={() => setMarked(null)}
        >
          <VirtualTable
            label={words.table}
            columns={shown ? narrowColumns : columns}
            rows={heldRows('set-aside', data)}
            idOf={idOf}
            selected={marked}
            onSelect={(one) => setMarked(idOf(one))}
            empty={null}
          />
        </TableWithPanel>
      )}
    </Page>
  )
}

function idOf({ objectKind, key }: SetAside): string {
  return `${objectKind} ${key}`
}
