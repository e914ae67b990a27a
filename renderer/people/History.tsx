import {
  Body1,
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
import type { PastChange } from '../../app/api/explain/explanation.ts'
import { api } from '../client.ts'
import { Moment } from '../components/Moment.tsx'
import { ToneMark } from '../components/ToneMark.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { usePlainTable } from './usePlainTable.ts'

const useStyles = makeStyles({
  table: { tableLayout: 'fixed', width: '100%' },
  run: { width: '240px' },
  change: { width: '160px' },
  result: { width: '25%' },
  quiet: { color: tokens.colorNeutralForeground3 },
  failed: { color: tokens.colorPaletteRedForeground1 },
})

/** What was planned for one object so far, newest first, and what became of it. */
export function History({ history }: { readonly history: readonly PastChange[] }) {
  const styles = useStyles()
  const plain = usePlainTable()
  const { none, columns } = texts.people.history
  const { data: runs } = useAnswer(['runs'], (signal) => api.runs.query(undefined, { signal }), {
    enabled: history.length > 0,
  })
  if (history.length === 0) return <Body1>{none}</Body1>
  const startOf = (id: number) => runs?.find((run) => run.id === id)?.startedAt
  return (
    <Table size="small" className={styles.table}>
      <TableHeader>
        <TableRow className={plain.row}>
          <TableHeaderCell className={mergeClasses(plain.heading, styles.run)}>{columns.run}</TableHeaderCell>
          <TableHeaderCell className={mergeClasses(plain.heading, styles.change)}>{columns.change}</TableHeaderCell>
          <TableHeaderCell className={mergeClasses(plain.heading, styles.result)}>{columns.result}</TableHeaderCell>
          <TableHeaderCell className={plain.heading}>{columns.reason}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {history.map((past) => (
          <Past key={`${past.planId} ${past.change.position}`} past={past} startedAt={startOf(past.runId)} />
        ))}
      </TableBody>
    </Table>
  )
}

function Past({ past, startedAt }: { readonly past: PastChange; readonly startedAt: string | undefined }) {
  const styles = useStyles()
  const plain = usePlainTable()
  const { run, plan, notTried, picture } = texts.people.history
  const { runId, planId, change, told } = past
  return (
    <TableRow className={plain.row}>
      <TableCell className={plain.cell}>
        <Link href={`#/runs/${runId}`}>{run(runId)}</Link>, <Link href={`#/plans/${planId}`}>{plan(planId)}</Link>
        {startedAt !== undefined && (
          <div className={styles.quiet}>
            <Moment at={startedAt} />
          </div>
        )}
      </TableCell>
      <TableCell className={plain.cell}>
        <ToneMark tone={told.tone} sign={told.sign}>
          {change.objectKind === 'avatar' ? picture(told.word) : told.word}
        </ToneMark>
      </TableCell>
      <TableCell className={plain.cell}>
        <span className={told.result === 'failed' ? styles.failed : ''}>{told.result || notTried}</span>
        {told.message !== '' && <div className={styles.quiet}>{told.message}</div>}
      </TableCell>
      <TableCell className={plain.cell}>{told.reason}</TableCell>
    </TableRow>
  )
}
