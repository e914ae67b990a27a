import {
  Button,
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
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons'
import { Fragment, useState } from 'react'
import type { CloudAttribute } from '../../../app/model/cloudAttribute.ts'
import { texts } from '../../texts/texts.ts'
import type { KnownAttribute } from './attributeCompletion.ts'
import { ExpressionText } from './ExpressionText.tsx'
import type { MappingRow } from './mappingRows.ts'
import { RowEditor } from './RowEditor.tsx'
import { TriedMark } from './TriedMark.tsx'
import { ValueText } from './ValueText.tsx'

interface MappingTableProps {
  readonly rows: readonly MappingRow[]
  /** Whose values are shown; null while nobody is chosen. */
  readonly personName: string | null
  readonly isCurrent: boolean
  readonly attributes: readonly KnownAttribute[]
  /** `undefined` puts the default back, null switches the row off. */
  readonly onChange: (attribute: CloudAttribute, expression: string | null | undefined) => void
}

const useStyles = makeStyles({
  table: { backgroundColor: tokens.colorNeutralBackground1, tableLayout: 'fixed' },
  header: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  attribute: { width: '264px' },
  tried: { width: '112px' },
  row: { height: '32px', cursor: 'pointer', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: {
    justifyContent: 'flex-start',
    width: '100%',
    minHeight: '31px',
    padding: 0,
    border: 'none',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
  },
  cell: { height: '31px', fontSize: tokens.fontSizeBase300 },
  head: { fontSize: tokens.fontSizeBase300, height: '31px' },
  nameChanged: { fontWeight: tokens.fontWeightSemibold },
  clipped: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  stale: { color: tokens.colorNeutralForeground3 },
  editor: { padding: 0 },
})

/** Cloud attribute, source, what it gives for the chosen person, and whether it does for three others; the editor opens below its row. */
export function MappingTable({ rows, personName, isCurrent, attributes, onChange }: MappingTableProps) {
  const styles = useStyles()
  const { mapping: words } = texts.configure
  const [open, setOpen] = useState<CloudAttribute | null>(null)
  return (
    <Table size="extra-small" className={styles.table} aria-label={words.table}>
      <TableHeader className={styles.header}>
        <TableRow>
          <TableHeaderCell className={mergeClasses(styles.head, styles.attribute)}>{words.attribute}</TableHeaderCell>
          <TableHeaderCell className={styles.head}>{words.source}</TableHeaderCell>
          <TableHeaderCell className={styles.head}>
            {personName === null ? words.value : words.valueOf(personName)}
          </TableHeaderCell>
          <TableHeaderCell className={mergeClasses(styles.head, styles.tried)}>{words.tried}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => {
          const { attribute } = row
          const isOpen = open === attribute
          const toggle = () => setOpen(isOpen ? null : attribute)
          return (
            <Fragment key={attribute}>
              <TableRow className={styles.row} onClick={toggle}>
                <TableCell className={styles.cell}>
                  <Button
                    appearance="transparent"
                    size="small"
                    className={mergeClasses(styles.name, row.origin === 'settings' && styles.nameChanged)}
                    icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
                    aria-expanded={isOpen}
                    onClick={(event) => {
                      event.stopPropagation()
                      toggle()
                    }}
                  >
                    {attribute}
                  </Button>
                </TableCell>
                <TableCell className={mergeClasses(styles.cell, styles.clipped)}>
                  <ExpressionText row={row} />
                </TableCell>
                <TableCell className={mergeClasses(styles.cell, styles.clipped, !isCurrent && styles.stale)}>
                  <ValueText row={row} />
                </TableCell>
                <TableCell className={styles.cell}>
                  <TriedMark row={row} />
                </TableCell>
              </TableRow>
              {isOpen && (
                <TableRow>
                  <TableCell colSpan={4} className={styles.editor}>
                    <RowEditor
                      row={row}
                      attributes={attributes}
                      personName={personName}
                      isCurrent={isCurrent}
                      onChange={(expression) => onChange(attribute, expression)}
                      onClose={() => setOpen(null)}
                    />
                  </TableCell>
                </TableRow>
              )}
            </Fragment>
          )
        })}
      </TableBody>
    </Table>
  )
}
