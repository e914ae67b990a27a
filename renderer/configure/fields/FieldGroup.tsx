import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface FieldGroupProps {
  readonly label: string
  readonly children: ReactNode
}

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  label: { padding: `0 0 ${tokens.spacingVerticalXXS}` },
})

/** Fields that together are one setting. */
export function FieldGroup({ label, children }: FieldGroupProps) {
  const styles = useStyles()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      {children}
    </fieldset>
  )
}
