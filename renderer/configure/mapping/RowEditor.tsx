import { Button, Dropdown, Field, makeStyles, Option, tokens } from '@fluentui/react-components'
import { texts } from '../../texts/texts.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { PositionMark } from '../fields/PositionMark.tsx'
import type { KnownAttribute } from './attributeCompletion.ts'
import { ExpressionField } from './ExpressionField.tsx'
import type { MappingRow } from './mappingRows.ts'
import { presetsOf } from './presets.ts'
import { ValueText } from './ValueText.tsx'

interface RowEditorProps {
  readonly row: MappingRow
  readonly attributes: readonly KnownAttribute[]
  readonly personName: string | null
  readonly isCurrent: boolean
  readonly onChange: (expression: string | null | undefined) => void
  readonly onClose: () => void
}

const useStyles = makeStyles({
  editor: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    cursor: 'default',
  },
  top: { display: 'grid', gridTemplateColumns: '240px 1fr', gap: tokens.spacingHorizontalM, alignItems: 'start' },
  preset: { minWidth: 0 },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', flexWrap: 'wrap' },
  inputs: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
})

/** Changes where one value comes from, with what that gives at once. */
export function RowEditor({ row, attributes, personName, isCurrent, onChange, onClose }: RowEditorProps) {
  const styles = useStyles()
  const { mapping: words } = texts.configure
  const { attribute, expression, defaultExpression, origin, isRequired, problem, trace } = row
  const presets = presetsOf(attribute, defaultExpression)
  const preset = presets.find((one) => one === expression)
  return (
    // Escape is the editor's own while it offers completions.
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the button "Close" does
    <div
      className={styles.editor}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <div className={styles.top}>
        <Field label={words.preset}>
          <Dropdown
            className={styles.preset}
            value={preset ?? (expression === null ? words.off : words.custom)}
            selectedOptions={preset === undefined ? [] : [preset]}
            onOptionSelect={(_, { optionValue }) => {
              if (optionValue !== undefined) onChange(optionValue === defaultExpression ? undefined : optionValue)
            }}
          >
            {presets.map((one) => (
              <Option key={one} value={one} text={one}>
                {one === defaultExpression ? words.presetDefault(one) : one}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <div>
          <Field label={words.expression}>
            <ExpressionField
              label={words.expressionOf(attribute)}
              value={expression ?? ''}
              placeholder={words.placeholder}
              attributes={attributes}
              wrongAt={problem?.position ?? null}
              onChange={(text) => {
                if (text === '' && expression === null) return
                onChange(text)
              }}
            />
          </Field>
          {problem ? (
            <PositionMark text={expression ?? ''} problem={problem} />
          ) : (
            <div aria-live="polite">
              {personName !== null && expression !== null && (
                <div>
                  {words.gives(personName)} {isCurrent ? <ValueText row={row} /> : words.looking}
                </div>
              )}
              {isCurrent && trace !== undefined && trace.inputs.length > 0 && (
                <div className={styles.inputs}>
                  {trace.inputs.map(({ name, values }) => words.input(name, values)).join(' · ')}
                </div>
              )}
            </div>
          )}
        </div>
      </div>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={origin === 'default'} onClick={() => onChange(undefined)}>
          {words.reset(defaultExpression)}
        </Button>
        <Button size="small" disabledFocusable={isRequired || expression === null} onClick={() => onChange(null)}>
          {words.switchOff}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {words.close}
        </Button>
        {isRequired && <FieldNote>{words.required(attribute)}</FieldNote>}
      </div>
      <FieldNote>{words.languageHint}</FieldNote>
    </div>
  )
}
