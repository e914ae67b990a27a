import { makeStyles, tokens } from '@fluentui/react-components'

/** A table that is only read: nothing happens under the pointer, and long values take several lines. */
export const usePlainTable = makeStyles({
  row: { ':hover': { backgroundColor: 'transparent' }, ':active': { backgroundColor: 'transparent' } },
  cell: {
    height: 'auto',
    verticalAlign: 'top',
    padding: '6px 8px 6px 0',
    overflowWrap: 'anywhere',
    display: 'table-cell',
  },
  heading: { height: '32px', color: tokens.colorNeutralForeground3, paddingLeft: 0 },
})
