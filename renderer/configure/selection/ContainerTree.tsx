import {
  FlatTree,
  FlatTreeItem,
  makeStyles,
  Skeleton,
  SkeletonItem,
  TreeItemLayout,
  tokens,
} from '@fluentui/react-components'
import { Folder16Regular, Organization16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DirectorySettings } from '../../../app/settings/schema.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { problemOf } from '../../problem.ts'
import { texts } from '../../texts/texts.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { type Chosen, exclusionAbove, stateOf, withChosen, withoutChosen } from './chosen.ts'
import { dnKey, dnName, keysAbove } from './dnParts.ts'
import { type TreeRow, useContainers } from './useContainers.ts'

interface ContainerTreeProps {
  readonly directory: DirectorySettings
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
  /** Why the directory cannot be asked at all; null when it can. */
  readonly hindrance: string | null
}

const useStyles = makeStyles({
  frame: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    height: '420px',
    overflow: 'auto',
  },
  skeleton: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingVerticalM,
  },
  notice: { padding: tokens.spacingVerticalM },
})

/** The containers of the directory, in which bases and exclusions are chosen by ticking. */
export function ContainerTree({ directory, chosen, onChange, hindrance }: ContainerTreeProps) {
  const styles = useStyles()
  const { tree: words } = texts.configure
  const [chosenOpen, setChosenOpen] = useState<ReadonlySet<string> | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const { rows, open, isLoading, error, again } = useContainers(directory, {
    chosenOpen,
    aboveChosen: [...chosen.baseDns, ...chosen.excludeDns].flatMap((dn) => keysAbove(dnKey(dn))),
    enabled: hindrance === null,
  })

  const toggle = (row: TreeRow, isWanted: boolean) => {
    const above = isWanted ? exclusionAbove(row.dn, chosen) : undefined
    setNote(above === undefined ? null : words.belowExclusion(row.name, dnName(above)))
    if (above === undefined) onChange(isWanted ? withChosen(row.dn, chosen) : withoutChosen(row.dn, chosen))
  }
  if (hindrance !== null) return <FieldNote tone="warning">{hindrance}</FieldNote>
  if (error !== null) return <ErrorNotice error={error} onTryAgain={again} />
  return (
    <div>
      <div className={styles.frame}>
        {isLoading ? (
          <Skeleton className={styles.skeleton} aria-label={words.loading}>
            {['68%', '44%', '52%', '40%', '56%'].map((width) => (
              <SkeletonItem key={width} style={{ width }} />
            ))}
          </Skeleton>
        ) : rows.length === 0 ? (
          <div className={styles.notice}>{words.empty}</div>
        ) : (
          <FlatTree
            aria-label={words.label}
            selectionMode="multiselect"
            openItems={open}
            onOpenChange={(_, data) => setChosenOpen(new Set([...data.openItems].map(String)))}
            checkedItems={rows.map((row) => [row.key, stateOf(row.dn, chosen)])}
            onCheckedChange={(_, data) => {
              const row = rows.find(({ key }) => key === data.value)
              if (row !== undefined) toggle(row, data.checked === true)
            }}
          >
            {rows.map((row) => (
              <Line key={row.key} row={row} />
            ))}
          </FlatTree>
        )}
      </div>
      <div role="status">{note !== null && <FieldNote tone="warning">{note}</FieldNote>}</div>
      {rows.map(
        ({ key, name, below }) =>
          below.kind === 'failed' && (
            <FieldNote key={key} tone="error">
              {words.unreadable(name, problemOf(below.error).message)}
            </FieldNote>
          ),
      )}
      {rows.map(
        ({ key, name, below }) => below.kind === 'cut-off' && <FieldNote key={key}>{words.cutOff(name)}</FieldNote>,
      )}
    </div>
  )
}

function Line({ row }: { readonly row: TreeRow }) {
  const { tree: words } = texts.configure
  return (
    <FlatTreeItem
      value={row.key}
      {...(row.parentKey !== undefined && { parentValue: row.parentKey })}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      itemType={row.hasChildren ? 'branch' : 'leaf'}
    >
      <TreeItemLayout
        iconBefore={row.level === 1 ? <Organization16Regular /> : <Folder16Regular />}
        title={row.dn}
        {...(row.below.kind === 'loading' && { aside: words.loadingBelow })}
      >
        {row.name}
      </TreeItemLayout>
    </FlatTreeItem>
  )
}
