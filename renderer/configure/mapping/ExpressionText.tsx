import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircle12Filled } from '@fluentui/react-icons'
import { texts } from '../../texts/texts.ts'
import { expressionTokens } from './expressionTokens.ts'
import type { MappingRow } from './mappingRows.ts'

const useStyles = makeStyles({
  text: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'pre' },
  off: { color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorPaletteRedForeground1, marginRight: tokens.spacingHorizontalXS },
  literal: { color: tokens.colorPaletteGreenForeground1 },
  name: { color: tokens.colorPaletteBlueForeground2 },
  operator: { fontWeight: tokens.fontWeightSemibold },
  parenthesis: {},
  unknown: {},
})

/** Where the value of a row comes from, as it stands in the table. */
export function ExpressionText({ row: { expression, problem } }: { readonly row: MappingRow }) {
  const styles = useStyles()
  const { mapping: words } = texts.configure
  if (expression === null) return <span className={styles.off}>{words.off}</span>
  const pieces = expressionTokens(expression)
  return (
    <span title={problem?.message ?? expression}>
      {problem && <ErrorCircle12Filled className={styles.wrong} aria-label={words.wrong} />}
      <span className={styles.text}>
        {pieces.map(({ kind, from, to }, index) => (
          <span key={from} className={mergeClasses(styles[kind])}>
            {expression.slice(pieces[index - 1]?.to ?? 0, from)}
            {expression.slice(from, to)}
          </span>
        ))}
      </span>
    </span>
  )
}
