import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Page } from '../components/Page.tsx'
import { texts } from '../texts/texts.ts'
import { useOverview } from '../useOverview.ts'
import { CloudCard } from './CloudCard.tsx'
import { ConfigurationCard } from './ConfigurationCard.tsx'
import { ConnectorCard } from './ConnectorCard.tsx'
import { DashboardSkeleton } from './DashboardSkeleton.tsx'
import { Headline } from './Headline.tsx'
import { NowCard } from './NowCard.tsx'
import { RunsCard } from './RunsCard.tsx'
import { ScheduleCard } from './ScheduleCard.tsx'
import { Warnings } from './Warnings.tsx'

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  three: { display: 'grid', gridColumn: 'span 3', '@media (max-width: 1000px)': { gridColumn: 'auto' } },
  four: { display: 'grid', gridColumn: 'span 4', '@media (max-width: 1000px)': { gridColumn: 'auto' } },
  five: { display: 'grid', gridColumn: 'span 5', '@media (max-width: 1000px)': { gridColumn: 'auto' } },
  seven: { display: 'grid', gridColumn: 'span 7', '@media (max-width: 1000px)': { gridColumn: 'auto' } },
  column: { gap: tokens.spacingHorizontalL, alignContent: 'start' },
})

/** "Is all well?" in one sentence, then in numbers (DC-90). */
export default function DashboardPage() {
  const styles = useStyles()
  const { data: overview, error, refetch } = useOverview()
  if (overview === undefined)
    return (
      <Page title={texts.dashboard.title}>
        {error ? <ErrorNotice error={error} onTryAgain={() => void refetch()} /> : <DashboardSkeleton />}
      </Page>
    )
  return (
    <Page title={texts.dashboard.title}>
      <Headline overview={overview} />
      <Warnings warnings={overview.warnings} />
      <div className={styles.cards}>
        <div className={styles.four}>
          <NowCard lastRuns={overview.lastRuns} />
        </div>
        <div className={styles.three}>
          <CloudCard linked={overview.linked} setAside={overview.setAside} />
        </div>
        <div className={styles.five}>
          <RunsCard points={overview.recentRuns} />
        </div>
        <div className={styles.seven}>
          <ConfigurationCard lines={overview.configuration} />
        </div>
        <div className={mergeClasses(styles.five, styles.column)}>
          <ScheduleCard control={overview.control} />
          <ConnectorCard connector={overview.connector} />
        </div>
      </div>
    </Page>
  )
}
