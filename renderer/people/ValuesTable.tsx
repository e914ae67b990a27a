import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { RowTrace } from '../../app/mapping/traceRows.ts'
import { texts } from '../texts/texts.ts'
import { shownRows } from './shownRows.ts'
import { usePlainTable } from './usePlainTable.ts'

const useStyles = makeStyles({
  table: { tableLayout: 'fixed', width: '100%' },
  attribute: { width: '22%' },
  value: { width: '28%' },
  expression: { width: '20%' },
  quiet: { color: tokens.colorNeutralForeground3 },
  note: { color: tokens.colorPaletteMarigoldForeground2 },
  problem: { color: tokens.colorPaletteRedForeground1 },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  below: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

/** Each mapped value: what came out, by which expression, from what in the directory, and what became of it on the way. */
export function ValuesTable({ rows }: { readonly rows: readonly RowTrace[] }) {
  const styles = useStyles()
  const plain = usePlainTable()
  const { columns, showAll, showFew, showEmpty, edit } = texts.people.values
  const [amount, setAmount] = useState(keptAmount)
  const { filled, leftOut, noted, empty } = shownRows(rows)
  const few = filled.filter((row) => leftOut.includes(row) || noted.includes(row))
  const shown = amount === 'all' ? [...filled, ...empty] : few
  const change = () => {
    const next = amount === 'all' ? 'few' : 'all'
    localStorage.setItem(place, next)
    setAmount(next)
  }
  const all = [showAll(filled.length), ...(empty.length > 0 ? [showEmpty(empty.length)] : [])].join(' ')
  return (
    <>
      {shown.length > 0 && (
        <Table size="small" className={styles.table}>
          <TableHeader>
            <TableRow className={plain.row}>
              <TableHeaderCell className={mergeClasses(plain.heading, styles.attribute)}>
                {columns.attribute}
              </TableHeaderCell>
              <TableHeaderCell className={mergeClasses(plain.heading, styles.value)}>{columns.value}</TableHeaderCell>
              <TableHeaderCell className={mergeClasses(plain.heading, styles.expression)}>
                {columns.expression}
              </TableHeaderCell>
              <TableHeaderCell className={plain.heading}>{columns.inputs}</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {shown.map((row) => (
              <ValueRow key={row.attribute} row={row} />
            ))}
          </TableBody>
        </Table>
      )}
      <div className={styles.below}>
        <Button appearance="secondary" size="small" aria-expanded={amount === 'all'} onClick={change}>
          {amount === 'all' ? showFew : all}
        </Button>
        <Link href="#/configure/mapping">{edit}</Link>
      </div>
    </>
  )
}

const place = 'people-values'

function keptAmount(): 'all' | 'few' {
  return localStorage.getItem(place) === 'all' ? 'all' : 'few'
}

function ValueRow({ row }: { readonly row: RowTrace }) {
  const styles = useStyles()
  const plain = usePlainTable()
  const { leftOut, because, nothing, fromSettings, moreInputs } = texts.people.values
  const { attribute, origin, expression, inputs, text, validated } = row
  return (
    <TableRow className={plain.row}>
      <TableCell className={plain.cell}>
        {attribute}
        {origin === 'settings' && <div className={styles.quiet}>{fromSettings}</div>}
      </TableCell>
      <TableCell className={plain.cell}>
        {validated.kind === 'valid' ? (
          <>
            {validated.value === '' ? <span className={styles.quiet}>{nothing}</span> : validated.value}
            {validated.note !== undefined && <div className={styles.note}>{because(validated.note)}</div>}
          </>
        ) : (
          <>
            <s>{text}</s>
            <div className={styles.problem}>{leftOut(validated.problem)}</div>
          </>
        )}
      </TableCell>
      <TableCell className={mergeClasses(plain.cell, styles.code)}>{expression}</TableCell>
      <TableCell className={plain.cell}>
        {inputs.map(({ name, values: [first, ...others] }) => (
          <div key={name}>
            {name !== expression && <span className={styles.quiet}>{name} = </span>}
            {first ?? <span className={styles.quiet}>{nothing}</span>}
            {others.length > 0 && <span className={styles.quiet}> {moreInputs(others.length)}</span>}
          </div>
        ))}
      </TableCell>
    </TableRow>
  )
}
