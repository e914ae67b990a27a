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
import { usePlainTable } from './usePlainTable.ts'

const useStyles = makeStyles({
  table: { maxWidth: '960px' },
  before: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  nothing: { color: tokens.colorNeutralForeground3 },
})

/** What a sync would change now, attribute by attribute, before and after. */
export function ChangesNow({ entry }: { readonly entry: ExplainedEntry }) {
  const styles = useStyles()
  const plain = usePlainTable()
  const { columns, nothing } = texts.people.change
  const changes = pendingChanges(entry)
  if (changes.length === 0) return null
  const none = <span className={styles.nothing}>{nothing}</span>
  return (
    <Table size="small" className={styles.table}>
      <TableHeader>
        <TableRow className={plain.row}>
          <TableHeaderCell className={plain.heading}>{columns.attribute}</TableHeaderCell>
          <TableHeaderCell className={plain.heading}>{columns.before}</TableHeaderCell>
          <TableHeaderCell className={plain.heading}>{columns.after}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {changes.map(({ attribute, before, after }) => (
          <TableRow key={attribute} className={plain.row}>
            <TableCell className={plain.cell}>{attribute}</TableCell>
            <TableCell className={plain.cell}>
              {before === null ? none : <span className={styles.before}>{before}</span>}
            </TableCell>
            <TableCell className={plain.cell}>{after ?? none}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
