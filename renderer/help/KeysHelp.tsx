import { makeStyles, tokens } from '@fluentui/react-components'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse' },
  cell: { padding: `6px ${tokens.spacingHorizontalXXL} 6px 0`, textAlign: 'start', verticalAlign: 'baseline' },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  key: {
    display: 'inline-block',
    minWidth: '12px',
    padding: '0 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
  },
})

/** Every key and what it does (DC-92). */
export function KeysHelp() {
  const styles = useStyles()
  const { intro, columns, list } = texts.help.keys
  return (
    <>
      <p>{intro}</p>
      <table className={styles.table}>
        <thead>
          <tr className={styles.row}>
            <th scope="col" className={styles.cell}>
              {columns.keys}
            </th>
            <th scope="col" className={styles.cell}>
              {columns.does}
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map(([keys, does]) => (
            <tr key={keys} className={styles.row}>
              <td className={styles.cell}>
                <Keys text={keys} />
              </td>
              <td className={styles.cell}>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** `Alt+A, S` as keys that are pressed together and one after the other. */
function Keys({ text }: { readonly text: string }) {
  const styles = useStyles()
  return text.split(/([+]|, )/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that never changes
      <span key={index}>{part === '+' ? ' + ' : ', '}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <kbd key={index} className={styles.key}>
        {part}
      </kbd>
    ),
  )
}
