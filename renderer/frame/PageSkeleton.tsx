import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  title: { width: '200px' },
})

/** Stands where a page is about to come. */
export function PageSkeleton() {
  const styles = useStyles()
  return (
    <Skeleton aria-label={texts.loading} className={styles.page}>
      <SkeletonItem size={32} className={styles.title} />
      <SkeletonItem size={24} />
      <SkeletonItem size={128} />
    </Skeleton>
  )
}
