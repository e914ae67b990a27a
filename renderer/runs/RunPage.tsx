import { Button, makeStyles, Skeleton, SkeletonItem, Tab, TabList, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import type { Run } from '../../app/model/run.ts'
import { api } from '../client.ts'
import { Empty } from '../components/Empty.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Page } from '../components/Page.tsx'
import { goTo } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { RunEvents } from './RunEvents.tsx'
import { RunHead } from './RunHead.tsx'
import { RunObjects } from './RunObjects.tsx'
import { UndoButton } from './UndoButton.tsx'
import { wrote } from './undoable.ts'

const useStyles = makeStyles({
  line: { marginBottom: tokens.spacingVerticalM },
})

/** One run: how it ended, what it did to whom, what it had to tell, and the way to take it back. */
export function RunPage({ id }: { readonly id: number }) {
  const styles = useStyles()
  const words = texts.runs.run
  const isNumber = Number.isSafeInteger(id) && id > 0
  const { data, error, refetch } = useAnswer(['run', id], (signal) => api.run.query({ id }, { signal }), {
    enabled: isNumber,
  })
  if (data) return <RunContent run={data} />
  return (
    <Page title={isNumber ? words.title(id) : texts.runs.title}>
      {!isNumber ? (
        <Empty {...words.unknown} action={<Back />} />
      ) : error ? (
        <>
          <ErrorNotice error={error} onTryAgain={() => void refetch()} />
          <div>
            <Back />
          </div>
        </>
      ) : (
        <Skeleton aria-label={texts.loading}>
          <SkeletonItem size={24} className={styles.line} style={{ width: '50ch' }} />
          <SkeletonItem size={16} className={styles.line} style={{ width: '70ch' }} />
          <SkeletonItem size={128} />
        </Skeleton>
      )}
    </Page>
  )
}

function RunContent({ run }: { readonly run: Run }) {
  const words = texts.runs.run
  const { id, planId } = run
  const hasObjects = planId !== null && wrote(run)
  const [part, setPart] = useState<'objects' | 'events'>(hasObjects ? 'objects' : 'events')
  return (
    <Page title={words.title(id)} height="filled" actions={<Actions run={run} />}>
      <RunHead run={run}>
        <TabList
          size="small"
          aria-label={words.parts.label}
          selectedValue={part}
          onTabSelect={(_, { value }) => setPart(value === 'objects' ? 'objects' : 'events')}
        >
          <Tab value="objects">{words.parts.objects}</Tab>
          <Tab value="events">{words.parts.events}</Tab>
        </TabList>
      </RunHead>
      {part === 'events' && <RunEvents runId={id} />}
      {part === 'objects' && <Objects run={run} />}
    </Page>
  )
}

function Objects({ run }: { readonly run: Run }): ReactNode {
  const words = texts.runs.run
  const { id, planId, status } = run
  if (planId === null) return <Empty {...(status === 'running' ? words.notYet : words.noObjects)} />
  if (wrote(run)) return <RunObjects runId={id} planId={planId} />
  const action = <Button onClick={() => goTo(`/plans/${planId}`)}>{words.showPlan}</Button>
  return <Empty {...(status === 'halted' ? words.haltedOnly : words.plannedOnly)} action={action} />
}

function Actions({ run }: { readonly run: Run }) {
  return (
    <>
      <Back />
      <UndoButton run={run} />
    </>
  )
}

function Back() {
  const { back } = texts.runs.run
  return (
    <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => goTo('/runs')}>
      {back}
    </Button>
  )
}
