import { makeStyles, tokens } from '@fluentui/react-components'
import type { PlanHeader } from '../../app/model/plan.ts'
import { OtherPlans } from './OtherPlans.tsx'
import { SaveReport } from './SaveReport.tsx'

interface PlanToolsProps {
  readonly planId: number
  readonly plans: readonly PlanHeader[]
}

const useStyles = makeStyles({ tools: { display: 'flex', flexShrink: 0, gap: tokens.spacingHorizontalXS } })

/** What only looks at a plan: save it, compare it, open another. */
export function PlanTools({ planId, plans }: PlanToolsProps) {
  const styles = useStyles()
  return (
    <div className={styles.tools}>
      <SaveReport planId={planId} />
      <OtherPlans planId={planId} plans={plans} purpose="compare" />
      <OtherPlans planId={planId} plans={plans} purpose="open" />
    </div>
  )
}
