import { Button, Link, MessageBar, MessageBarBody, makeStyles, Tooltip } from '@fluentui/react-components'
import type { ExplainedEntry } from '../../app/api/explain/explanation.ts'
import type { SyncResult } from '../../app/sync.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { problemOf } from '../problem.ts'
import { texts } from '../texts/texts.ts'
import { useDeed } from '../useDeed.ts'
import { useOverview } from '../useOverview.ts'
import { verdictOn } from './verdict.ts'

const useStyles = makeStyles({ told: { flexBasis: '100%' } })

/** Syncs one entry at once; says what came of it, or why it was refused. */
export function SyncNow({ entry }: { readonly entry: ExplainedEntry }) {
  const styles = useStyles()
  const { actions, kindOf } = texts.people
  const sync = useDeed((who: string) => api.syncOnly.mutate({ who }))
  const { canSync } = verdictOn(entry)
  const { data: overview } = useOverview()
  const isTooEarly = overview?.fullSyncedAt === null
  const why = {
    yes: isTooEarly ? actions.notYet : '',
    'not-selected': actions.notSelected,
    'not-synchronized': actions.notKept,
  }[canSync]
  const button = (
    <Button appearance="primary" disabledFocusable={why !== '' || sync.isPending} onClick={() => sync.mutate(entry.dn)}>
      {sync.isPending ? actions.syncing : actions.sync[kindOf(entry)]}
    </Button>
  )
  return (
    <>
      {why === '' ? (
        button
      ) : (
        <Tooltip content={why} relationship="description">
          {button}
        </Tooltip>
      )}
      {sync.data && (
        <div className={styles.told}>
          <Synced result={sync.data} />
        </div>
      )}
      {sync.error && (
        <div className={styles.told}>
          <ErrorNotice error={sync.error} />
          <WayOut error={sync.error} />
        </div>
      )}
    </>
  )
}

function Synced({ result: { run, plan } }: { readonly result: SyncResult }) {
  const { synced } = texts.people
  const { status } = run
  const isKnown = status === 'equal' || status === 'done' || status === 'partial' || status === 'halted'
  return (
    <MessageBar intent={status === 'equal' || status === 'done' ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody>
        {isKnown ? synced[status] : synced.other(status)} <Link href={`#/runs/${run.id}`}>{synced.run(run.id)}</Link>,{' '}
        <Link href={`#/plans/${plan.id}`}>{synced.plan(plan.id)}</Link>
      </MessageBarBody>
    </MessageBar>
  )
}

/** The page on which a refusal is mended. */
function WayOut({ error }: { readonly error: unknown }) {
  const { code } = problemOf(error)
  const ways: Readonly<Record<string, { readonly label: string; readonly page: string }>> = texts.people.refusals
  const way = Object.hasOwn(ways, code) ? ways[code] : undefined
  return way ? <Link href={`#${way.page}`}>{way.label}</Link> : null
}
