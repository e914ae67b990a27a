import { makeStyles, tokens } from '@fluentui/react-components'
import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import { excerptAt } from './excerptAt.ts'
import { FieldNote } from './FieldNote.tsx'

interface PositionMarkProps {
  /** What was typed. */
  readonly text: string
  readonly problem: FieldProblem
}

const useStyles = makeStyles({
  excerpt: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre',
    overflow: 'hidden',
  },
  sign: { color: tokens.colorPaletteRedForeground1 },
})

/** What is wrong with a filter or an expression, beneath the very character where it goes wrong. */
export function PositionMark({ text, problem }: PositionMarkProps) {
  const styles = useStyles()
  const excerpt = problem.position === null ? null : excerptAt(text, problem.position)
  return (
    <div>
      {excerpt && (
        <div className={styles.excerpt} aria-hidden>
          {excerpt.text}
          <div className={styles.sign}>{`${' '.repeat(excerpt.column)}▲`}</div>
        </div>
      )}
      <FieldNote tone="error">{problem.message}</FieldNote>
    </div>
  )
}
