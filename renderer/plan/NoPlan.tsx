import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Empty } from '../components/Empty.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Page } from '../components/Page.tsx'
import { useLive } from '../frame/LiveService.tsx'
import { texts } from '../texts/texts.ts'
import { LastFailure } from './LastFailure.tsx'
import { RunProgress } from './RunProgress.tsx'
import { useDryRun } from './useDryRun.ts'

const useStyles = makeStyles({
  progress: { maxWidth: '60ch', padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}` },
})

/** Before the first dry run: what it is, and the one button that makes it. */
export function NoPlan() {
  const styles = useStyles()
  const { connection, running } = useLive()
  const dryRun = useDryRun()
  const { title, message, action } = texts.plan.none
  const isRunning = running !== null || dryRun.isPending
  return (
    <Page title={texts.plan.title}>
      {dryRun.error ? <ErrorNotice error={dryRun.error} /> : !isRunning && <LastFailure plan={null} />}
      {isRunning ? (
        <div className={styles.progress}>
          <RunProgress kind={running?.kind ?? 'dry-run'} />
        </div>
      ) : (
        <Empty
          title={title}
          message={message}
          action={
            <Button appearance="primary" disabled={connection === 'lost'} onClick={dryRun.start}>
              {action}
            </Button>
          }
        />
      )}
    </Page>
  )
}
