import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, makeStyles } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import { texts } from '../../texts/texts.ts'
import { problemsAt } from '../draft/problemsAt.ts'
import { Stack } from './Stack.tsx'

interface MoreSettingsProps {
  /** Where the settings within stand: a problem there keeps them in sight. */
  readonly places: readonly string[]
  readonly problems: readonly FieldProblem[]
  readonly children: ReactNode
}

const useStyles = makeStyles({
  header: { marginLeft: '-12px' },
  panel: { margin: 0 },
})

/** Settings that most people never need, folded away. */
export function MoreSettings({ places, problems, children }: MoreSettingsProps) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const isWrong = places.some((place) => problemsAt(problems, place).length > 0)
  return (
    <Accordion
      collapsible
      openItems={isOpen || isWrong ? ['more'] : []}
      onToggle={(_, { openItems }) => setOpen(openItems.length > 0)}
    >
      <AccordionItem value="more">
        <AccordionHeader className={styles.header} expandIconPosition="start">
          {texts.configure.more}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <Stack>{children}</Stack>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
