import { Input, makeStyles, tokens } from '@fluentui/react-components'
import { SettingField, type SettingFieldProps } from './SettingField.tsx'

interface TextSettingProps extends SettingFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** `code`: a text in which every character counts. */
  readonly look?: 'code'
}

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace },
})

/** A setting that is a line of text. */
export function TextSetting({ value, onChange, placeholder, look, ...field }: TextSettingProps) {
  const styles = useStyles()
  return (
    <SettingField {...field}>
      <Input
        value={value}
        onChange={(_, data) => onChange(data.value)}
        autoComplete="off"
        spellCheck={false}
        {...(placeholder !== undefined && { placeholder })}
        {...(look === 'code' && { input: { className: styles.code } })}
      />
    </SettingField>
  )
}
