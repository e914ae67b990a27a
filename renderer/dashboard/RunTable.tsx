import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { RunPoint } from '../../app/api/overview/overview.ts'
import { shownNumber } from '../texts/counting.ts'
import { shownDuration, shownMoment } from '../texts/moment.ts'
import { texts } from '../texts/texts.ts'
import { chartParts } from './chartBars.ts'
import { RunMark } from './RunMark.tsx'

const useStyles = makeStyles({
  scroll: { height: '100%', overflow: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: {
    position: 'sticky',
    top: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  cell: { padding: '2px 4px 2px 0', whiteSpace: 'nowrap' },
  kind: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
})

/** The numbers of the chart. */
export function RunTable({ points }: { readonly points: readonly RunPoint[] }) {
  const styles = useStyles()
  const { columns, kinds, title } = texts.dashboard.chart
  const now = new Date()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={title(points.length)}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['when', 'kind'] as const).map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {columns[column]}
              </th>
            ))}
            {[...chartParts, 'duration' as const].map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head, styles.number)}>
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.id}>
              <td className={styles.cell}>
                <Link href={`#/runs/${point.id}`}>{shownMoment(point.startedAt, now)}</Link>
              </td>
              <td className={styles.cell}>
                <span className={styles.kind}>
                  <RunMark status={point.status} />
                  {kinds[point.kind]}
                </span>
              </td>
              {chartParts.map((part) => (
                <td key={part} className={mergeClasses(styles.cell, styles.number)}>
                  {shownNumber(point[part])}
                </td>
              ))}
              <td className={mergeClasses(styles.cell, styles.number)}>{shownDuration(point.seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
