import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSortDownRegular, ArrowSortUpRegular } from '@fluentui/react-icons'
import { rowHeight } from './rowGeometry.ts'
import type { TableColumn, TableOrder } from './VirtualTable.tsx'

interface TableHeaderProps<Row, Sort extends string> {
  readonly columns: ReadonlyArray<TableColumn<Row, Sort>>
  readonly tracks: { readonly gridTemplateColumns: string }
  readonly order?: TableOrder<Sort>
  readonly onOrder?: (order: TableOrder<Sort>) => void
}

const useStyles = makeStyles({
  head: { display: 'block', position: 'sticky', top: 0, zIndex: 1 },
  row: {
    display: 'grid',
    alignItems: 'center',
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
  },
  heading: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: `0 ${tokens.spacingHorizontalM}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: `0 0 0 calc(-1 * ${tokens.spacingHorizontalXS})`,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** The headings of a table, which stay while it scrolls; a click sorts by one, another click the other way round. */
export function TableHeader<Row, Sort extends string>({
  columns,
  tracks,
  order,
  onOrder,
}: TableHeaderProps<Row, Sort>) {
  const styles = useStyles()
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.row} style={tracks}>
        {columns.map(({ name, heading, sort }) => {
          const direction = sort !== undefined && order?.by === sort ? order.direction : null
          return (
            <th
              key={name}
              scope="col"
              aria-sort={direction === null ? undefined : direction === 'up' ? 'ascending' : 'descending'}
              className={styles.heading}
            >
              {sort !== undefined && onOrder ? (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => onOrder({ by: sort, direction: direction === 'up' ? 'down' : 'up' })}
                >
                  {heading}
                  {direction === 'up' && <ArrowSortUpRegular />}
                  {direction === 'down' && <ArrowSortDownRegular />}
                </button>
              ) : (
                heading
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
