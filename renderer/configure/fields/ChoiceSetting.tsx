import { Dropdown, Option } from '@fluentui/react-components'
import { SettingField, type SettingFieldProps } from './SettingField.tsx'

interface ChoiceSettingProps<Value extends string> extends SettingFieldProps {
  readonly value: Value
  /** What there is to choose, in order, each with its name. */
  readonly choices: Readonly<Record<Value, string>>
  readonly onChange: (value: Value) => void
}

/** A setting that is one of a few things. */
export function ChoiceSetting<Value extends string>({ value, choices, onChange, ...field }: ChoiceSettingProps<Value>) {
  const names = Object.keys(choices) as Value[]
  return (
    <SettingField {...field}>
      <Dropdown
        value={choices[value]}
        selectedOptions={[value]}
        onOptionSelect={(_, { optionValue }) => {
          const chosen = names.find((name) => name === optionValue)
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        {names.map((name) => (
          <Option key={name} value={name}>
            {choices[name]}
          </Option>
        ))}
      </Dropdown>
    </SettingField>
  )
}
