import { Button, makeStyles, Tooltip } from '@fluentui/react-components'
import { useState } from 'react'
import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import { useLive } from '../frame/LiveService.tsx'
import { texts } from '../texts/texts.ts'
import { ApplyConfirmation } from './ApplyConfirmation.tsx'

interface PlanActionsProps {
  readonly summary: PlanSummary
  readonly isBusy: boolean
  readonly onDryRun: () => void
  readonly onApply: () => void
}

const useStyles = makeStyles({ button: { flexShrink: 0, whiteSpace: 'nowrap' } })

/** What can be done with a plan; the one primary action is to apply it, or, where that is not possible, to make another. */
export function PlanActions({ summary, isBusy, onDryRun, onApply }: PlanActionsProps) {
  const styles = useStyles()
  const [isAsking, setAsking] = useState(false)
  const { header, changes, applicable, halted } = summary
  const { apply, again, againMeans, busy, lost } = texts.plan
  const { connection } = useLive()
  const why = connection === 'lost' ? lost : isBusy ? busy : null
  const isOpen = header.status === 'pending' || header.status === 'halted'
  const canApply = isOpen && applicable.possible && changes > 0
  const isHalted = canApply && halted.length > 0
  return (
    <>
      <Tooltip content={why ?? againMeans} relationship="description">
        <Button
          className={styles.button}
          appearance={canApply ? 'secondary' : 'primary'}
          disabledFocusable={isBusy}
          onClick={onDryRun}
        >
          {again}
        </Button>
      </Tooltip>
      {canApply && !isHalted && (
        <Tooltip content={why ?? apply.checked} relationship="description">
          <Button
            className={styles.button}
            appearance="primary"
            disabledFocusable={isBusy}
            onClick={() => setAsking(true)}
          >
            {apply.action(changes)}
          </Button>
        </Tooltip>
      )}
      {isAsking && (
        <ApplyConfirmation summary={summary} approved={[]} onApply={onApply} onClose={() => setAsking(false)} />
      )}
    </>
  )
}
