import { makeStyles, tokens } from '@fluentui/react-components'
import { rowHeight } from './rowGeometry.ts'

/** How a VirtualTable looks. */
export const useTableStyles = makeStyles({
  frame: {
    position: 'relative',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    // Over the rows, which would cover an outline of the table itself.
    ':has(> table:focus-visible)::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      zIndex: 2,
      pointerEvents: 'none',
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  table: {
    position: 'relative',
    display: 'block',
    boxSizing: 'border-box',
    height: '100%',
    overflowX: 'hidden',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
  },
  // The lines of rows are there before the rows are, however fast somebody scrolls.
  body: {
    position: 'relative',
    display: 'block',
    backgroundImage: `repeating-linear-gradient(transparent 0 ${rowHeight - 1}px, ${tokens.colorNeutralStroke3} ${rowHeight - 1}px ${rowHeight}px)`,
  },
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'grid',
    alignItems: 'center',
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  cell: {
    padding: `0 ${tokens.spacingHorizontalM}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  awaited: {
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStencil1,
  },
  empty: { position: 'absolute', inset: `${rowHeight}px 0 0`, padding: tokens.spacingVerticalXXL, overflow: 'auto' },
})
