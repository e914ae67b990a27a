import { Body1, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import type { PlanDifference } from '../../app/state/state.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'

interface PlanComparisonProps {
  readonly planId: number
  readonly otherId: number
}

const useStyles = makeStyles({
  sides: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: tokens.spacingHorizontalXXL },
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  names: { margin: `${tokens.spacingVerticalS} 0`, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
})

/** What only one of two plans would change, or would change differently; the older one at the left. */
export function PlanComparison({ planId, otherId }: PlanComparisonProps) {
  const styles = useStyles()
  const words = texts.plan.others
  const before = Math.min(planId, otherId)
  const after = Math.max(planId, otherId)
  const { data, error } = useAnswer<PlanDifference>(['plans.difference', before, after], (signal) =>
    api.plans.difference.query({ before, after }, { signal }),
  )
  if (error) return <ErrorNotice error={error} />
  if (!data) {
    return (
      <Skeleton aria-label={texts.loading}>
        <SkeletonItem size={16} />
      </Skeleton>
    )
  }
  if (data.added.count + data.gone.count === 0) return <Body1>{words.same}</Body1>
  const sides = [
    { id: before, ...data.gone },
    { id: after, ...data.added },
  ]
  return (
    <div className={styles.sides}>
      {sides.map(({ id, count, names }) => (
        <section key={id}>
          <h3 className={styles.heading}>{words.onlyIn(id, count)}</h3>
          <ul className={styles.names}>
            {words.names(names, count - names.length).map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
