import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  /** At the right end of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

const useStyles = makeStyles({
  section: {
    padding: tokens.spacingVerticalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  head: { display: 'flex', alignItems: 'center', marginBottom: tokens.spacingVerticalS },
  title: { flexGrow: 1, margin: 0 },
})

/** A part of a page under a heading of its own. */
export function Section({ title, actions, children }: SectionProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={id} className={styles.title}>
          {title}
        </Subtitle2>
        {actions}
      </div>
      {children}
    </section>
  )
}
