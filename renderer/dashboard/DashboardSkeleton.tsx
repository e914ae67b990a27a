import { makeStyles, mergeClasses, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalL },
  line: { width: '480px', maxWidth: '100%' },
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 3fr) minmax(0, 5fr)',
  },
  wide: { gridTemplateColumns: 'minmax(0, 7fr) minmax(0, 5fr)' },
  card: { height: '240px' },
})

/** The dashboard in its outlines, until its numbers are there. */
export function DashboardSkeleton() {
  const styles = useStyles()
  return (
    <Skeleton aria-label={texts.dashboard.connecting} className={styles.all}>
      <SkeletonItem size={32} className={styles.line} />
      <div className={styles.cards}>
        <SkeletonItem className={styles.card} />
        <SkeletonItem className={styles.card} />
        <SkeletonItem className={styles.card} />
      </div>
      <div className={mergeClasses(styles.cards, styles.wide)}>
        <SkeletonItem className={styles.card} />
        <SkeletonItem className={styles.card} />
      </div>
    </Skeleton>
  )
}
