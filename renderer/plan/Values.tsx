import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { AttributeChange } from '../../app/report/attributeChanges.ts'
import { texts } from '../texts/texts.ts'
import { type TextPart, textDifference } from './textDifference.ts'

interface ValuesProps {
  readonly attributes: readonly AttributeChange[]
  /** `one`: the object is added or deleted, so that there is nothing to compare with. */
  readonly sides: 'one' | 'both'
}

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  heading: {
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  attribute: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  value: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  nothing: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  removed: {
    backgroundColor: tokens.colorPaletteRedBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
    textDecorationLine: 'line-through',
  },
  added: {
    backgroundColor: tokens.colorPaletteBlueBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
    textDecorationLine: 'underline',
  },
})

/** The values of one object before and after, side by side, with what differs marked; one column where there is one side. */
export function Values({ attributes, sides }: ValuesProps) {
  const styles = useStyles()
  const words = texts.plan.item
  const isOneSided = sides === 'one'
  return (
    <table className={styles.table} aria-label={words.values}>
      <colgroup>
        <col style={{ width: isOneSided ? '34%' : '26%' }} />
        {isOneSided ? <col /> : [<col key="before" />, <col key="after" />]}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={styles.heading}>
            {words.attribute}
          </th>
          {(isOneSided ? [words.value] : [words.before, words.after]).map((heading) => (
            <th key={heading} scope="col" className={styles.heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {attributes.map(({ attribute, before, after }) => (
          <tr key={attribute}>
            <th scope="row" className={styles.attribute}>
              {attribute}
            </th>
            {isOneSided ? (
              <td className={styles.value}>{after ?? before ?? <Nothing />}</td>
            ) : (
              <BothSides before={before} after={after} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BothSides({ before, after }: Pick<AttributeChange, 'before' | 'after'>) {
  const styles = useStyles()
  if (before === null || after === null) {
    return (
      <>
        <td className={styles.value}>
          {before === null ? <Nothing /> : <del className={styles.removed}>{before}</del>}
        </td>
        <td className={styles.value}>{after === null ? <Nothing /> : <ins className={styles.added}>{after}</ins>}</td>
      </>
    )
  }
  const parts = textDifference(before, after)
  return (
    <>
      <td className={styles.value}>
        <Parts parts={parts.before} side="before" />
      </td>
      <td className={styles.value}>
        <Parts parts={parts.after} side="after" />
      </td>
    </>
  )
}

function Parts({ parts, side }: { readonly parts: readonly TextPart[]; readonly side: 'before' | 'after' }) {
  const styles = useStyles()
  const Mark = side === 'before' ? 'del' : 'ins'
  return parts.map(({ text, kind }, place) =>
    kind === 'same' ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have nothing but their place
      <Mark key={place} className={mergeClasses(side === 'before' ? styles.removed : styles.added)}>
        {seen(text)}
      </Mark>
    ),
  )
}

/** White space that differs has to be seen as well. */
function seen(text: string): string {
  const { lineEnd, space, tab } = texts.plan.item
  if (text.trim() !== '' && !/^\s|\s$|\s\s/.test(text)) return text
  return text
    .replaceAll('\n', `${lineEnd}\n`)
    .replaceAll('\t', tab)
    .replace(/[^\S\n]/g, space)
}

function Nothing() {
  return <span className={useStyles().nothing}>{texts.plan.item.nothing}</span>
}
