import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import type { ExplainedEntry } from '../../app/api/explain/explanation.ts'
import { texts } from '../texts/texts.ts'
import { pendingChanges } from './pendingChanges.ts'

const useStyles = makeStyles({
  table: { maxWidth: '960px' },
  row: { ':hover': { backgroundColor: 'transparent' }, ':active': { backgroundColor: 'transparent' } },
  cell: { height: 'auto', padding: '6px 8px 6px 0', overflowWrap: 'anywhere' },
  heading: { color: tokens.colorNeutralForeground3, paddingLeft: 0 },
  before: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  nothing: { color: tokens.colorNeutralForeground3 },
})

/** What a sync would change now, attribute by attribute, before and after. */
export function ChangesNow({ entry }: { readonly entry: ExplainedEntry }) {
  const styles = useStyles()
  const { columns, nothing } = texts.people.change
  const changes = pendingChanges(entry)
  if (changes.length === 0) return null
  const none = <span className={styles.nothing}>{nothing}</span>
  return (
    <Table size="small" className={styles.table}>
      <TableHeader>
        <TableRow className={styles.row}>
          <TableHeaderCell className={styles.heading}>{columns.attribute}</TableHeaderCell>
          <TableHeaderCell className={styles.heading}>{columns.before}</TableHeaderCell>
          <TableHeaderCell className={styles.heading}>{columns.after}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {changes.map(({ attribute, before, after }) => (
          <TableRow key={attribute} className={styles.row}>
            <TableCell className={styles.cell}>{attribute}</TableCell>
            <TableCell className={styles.cell}>
              {before === null ? none : <span className={styles.before}>{before}</span>}
            </TableCell>
            <TableCell className={styles.cell}>{after ?? none}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
