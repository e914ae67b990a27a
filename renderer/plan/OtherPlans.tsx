import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { PlanHeader } from '../../app/model/plan.ts'
import { goTo } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { PlanComparison } from './PlanComparison.tsx'
import { PlanList } from './PlanList.tsx'
import { planAddress } from './planView.ts'

interface OtherPlansProps {
  readonly planId: number
  /** Newest first. */
  readonly plans: readonly PlanHeader[]
  readonly purpose: 'open' | 'compare'
}

const useStyles = makeStyles({
  surface: { maxWidth: '800px' },
  content: { outlineStyle: 'none', height: '50vh', minHeight: '240px' },
})

/** The stored plans, to open one of them, or to see how it differs from this one. */
export function OtherPlans({ planId, plans, purpose }: OtherPlansProps) {
  const styles = useStyles()
  const words = texts.plan.others
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState<number | null>(null)
  const [other, setOther] = useState<number | null>(null)
  // What had the focus is gone when the list makes way for the comparison, or comes back.
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (other !== null) content.current?.focus()
  }, [other])
  const onChoose = (id: number) => {
    if (purpose === 'compare') return setOther(id)
    setOpen(false)
    goTo(planAddress(id))
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(_, { open }) => {
        setOpen(open)
        setOther(null)
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small">
          {words[purpose]}
        </Button>
      </DialogTrigger>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{purpose === 'open' ? words.openTitle : words.compareTitle(planId)}</DialogTitle>
          <DialogContent>
            <div ref={content} tabIndex={-1} className={styles.content}>
              {other === null ? (
                <PlanList
                  plans={plans.filter(({ id }) => id !== planId)}
                  marked={marked}
                  onMark={setMarked}
                  onChoose={onChoose}
                />
              ) : (
                <PlanComparison planId={planId} otherId={other} />
              )}
            </div>
          </DialogContent>
          <DialogActions>
            {other === null && (
              <Button
                appearance="primary"
                disabled={marked === null}
                onClick={() => marked !== null && onChoose(marked)}
              >
                {purpose === 'open' ? words.choose.open : words.choose.compare}
              </Button>
            )}
            {other !== null && (
              <>
                <Button
                  onClick={() => {
                    content.current?.focus()
                    setOther(null)
                  }}
                >
                  {words.choose.another}
                </Button>
                <Button onClick={() => goTo(planAddress(other))}>{words.openPlan(other)}</Button>
              </>
            )}
            <DialogTrigger disableButtonEnhancement>
              <Button>{words.close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
