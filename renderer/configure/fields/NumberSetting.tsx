import { Input, makeStyles } from '@fluentui/react-components'
import { SettingField, type SettingFieldProps } from './SettingField.tsx'

interface NumberSettingProps extends SettingFieldProps {
  /** Not a number while the field is empty. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly unit?: string
}

const useStyles = makeStyles({ input: { width: '136px' } })

/** A setting that is a number. */
export function NumberSetting({ value, onChange, unit, ...field }: NumberSettingProps) {
  const styles = useStyles()
  return (
    <SettingField {...field}>
      <Input
        type="number"
        className={styles.input}
        value={Number.isFinite(value) ? String(value) : ''}
        onChange={(_, data) => onChange(data.value === '' ? Number.NaN : Number(data.value))}
        {...(unit !== undefined && { contentAfter: unit })}
      />
    </SettingField>
  )
}
