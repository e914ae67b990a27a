import { makeStyles, tokens } from '@fluentui/react-components'
import { texts } from '../../texts/texts.ts'
import type { MappingRow } from './mappingRows.ts'

const useStyles = makeStyles({
  none: { color: tokens.colorNeutralForeground3 },
  invalid: { color: tokens.colorPaletteRedForeground1 },
  note: { color: tokens.colorNeutralForeground3 },
})

/** What a row gives for the chosen person: the value as the cloud gets it, or why it gets none. */
export function ValueText({ row: { trace, expression } }: { readonly row: MappingRow }) {
  const styles = useStyles()
  const { mapping: words } = texts.configure
  if (trace === undefined) return <span className={styles.none}>{expression === null ? '' : words.unknownValue}</span>
  const { validated, text } = trace
  if (validated.kind === 'invalid') {
    return <span className={styles.invalid}>{words.invalid(text, validated.problem)}</span>
  }
  if (validated.value === '') return <span className={styles.none}>{words.emptyValue}</span>
  return (
    <span title={validated.value}>
      {validated.value}
      {validated.note !== undefined && <span className={styles.note}> ({validated.note})</span>}
    </span>
  )
}
