import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular, Warning16Filled } from '@fluentui/react-icons'
import { texts } from '../../texts/texts.ts'
import type { MappingRow } from './mappingRows.ts'

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  some: { color: tokens.colorPaletteDarkOrangeForeground1 },
  all: { color: tokens.colorNeutralForeground3 },
})

/** Whether a row gives a valid value for each of three people; marked where it does not. */
export function TriedMark({ row: { tried } }: { readonly row: MappingRow }) {
  const styles = useStyles()
  const { mapping: words } = texts.configure
  if (tried === null) return null
  const isAll = tried.valid === tried.of
  return (
    <Tooltip content={words.triedHint(tried.valid, tried.of)} relationship="description">
      <span className={mergeClasses(styles.mark, isAll ? styles.all : styles.some)}>
        {isAll ? <CheckmarkCircle16Regular aria-hidden /> : <Warning16Filled aria-hidden />}
        {words.triedOf(tried.valid, tried.of)}
      </span>
    </Tooltip>
  )
}
