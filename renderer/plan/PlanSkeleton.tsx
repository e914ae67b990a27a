import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { Page } from '../components/Page.tsx'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', flexGrow: 1, gap: tokens.spacingVerticalL, minHeight: 0 },
  cards: { display: 'flex', gap: tokens.spacingHorizontalM },
  card: { width: '200px' },
  rows: { display: 'flex', flexDirection: 'column', gap: '16px', paddingTop: tokens.spacingVerticalL },
})

const rows = ['88%', '74%', '81%', '67%', '79%', '85%', '72%', '77%']

/** A plan before the first answer has come: everything has its place already. */
export function PlanSkeleton() {
  const styles = useStyles()
  return (
    <Page title={texts.plan.title} height="filled">
      <Skeleton aria-label={texts.loading} animation="pulse" className={styles.all}>
        <SkeletonItem size={24} style={{ width: '60%' }} />
        <SkeletonItem size={16} style={{ width: '30%' }} />
        <div className={styles.cards}>
          <SkeletonItem size={72} className={styles.card} />
          <SkeletonItem size={72} className={styles.card} />
        </div>
        <div className={styles.rows}>
          {rows.map((width) => (
            <SkeletonItem key={width} size={16} style={{ width }} />
          ))}
        </div>
      </Skeleton>
    </Page>
  )
}
