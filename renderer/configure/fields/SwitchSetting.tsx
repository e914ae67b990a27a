import { Switch } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { problemAt } from '../draft/problemsAt.ts'
import { FieldNote } from './FieldNote.tsx'
import type { SettingFieldProps } from './SettingField.tsx'

interface SwitchSettingProps extends SettingFieldProps {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  /** What the present choice makes one careful of. */
  readonly warning?: ReactNode
}

/** A setting that is on or off; its label stands beside it. */
export function SwitchSetting({ label, hint, place, problems, value, onChange, warning }: SwitchSettingProps) {
  const problem = problemAt(problems, place)
  return (
    <div>
      <Switch label={label} checked={value} onChange={(_, data) => onChange(data.checked)} />
      {hint !== undefined && <FieldNote>{hint}</FieldNote>}
      {warning !== undefined && warning !== null && <FieldNote tone="warning">{warning}</FieldNote>}
      {problem && <FieldNote tone="error">{problem.message}</FieldNote>}
    </div>
  )
}
