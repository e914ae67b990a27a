import type { PlanHeader } from '../../app/model/plan.ts'
import { Empty } from '../components/Empty.tsx'
import { Moment } from '../components/Moment.tsx'
import { type TableColumn, VirtualTable } from '../components/VirtualTable.tsx'
import { texts } from '../texts/texts.ts'
import { changesInShort } from './objectCounts.ts'

interface PlanListProps {
  readonly plans: readonly PlanHeader[]
  /** The id of the plan that is marked; null for none. */
  readonly marked: number | null
  readonly onMark: (id: number) => void
  readonly onChoose: (id: number) => void
}

const words = texts.plan.others

const columns: ReadonlyArray<TableColumn<PlanHeader>> = [
  { name: 'plan', heading: words.columns.plan, width: '96px', cell: ({ id }) => texts.plan.plan(id) },
  {
    name: 'made',
    heading: words.columns.made,
    width: '144px',
    cell: ({ createdAt }) => <Moment at={createdAt} stop="none" />,
  },
  {
    name: 'status',
    heading: words.columns.status,
    width: '128px',
    cell: ({ status, complete }) => (complete ? words.status[status] : `${words.status[status]}, ${words.incomplete}`),
  },
  {
    name: 'changes',
    heading: words.columns.changes,
    width: 'minmax(0, 1fr)',
    cell: (header) => <span title={changesInShort(header)}>{changesInShort(header)}</span>,
  },
]

/** Stored plans, newest first; a double click or Enter chooses one. */
export function PlanList({ plans, marked, onMark, onChoose }: PlanListProps) {
  return (
    <VirtualTable<PlanHeader>
      label={words.list}
      columns={columns}
      rows={{
        question: 'plans',
        total: plans.length,
        rowAt: (index) => plans[index],
        onRange: nothing,
        error: null,
        tryAgain: nothing,
      }}
      idOf={idOf}
      selected={marked === null ? null : String(marked)}
      onSelect={({ id }) => onMark(id)}
      onOpen={({ id }) => onChoose(id)}
      empty={<Empty {...words.none} />}
    />
  )
}

const idOf = ({ id }: PlanHeader) => String(id)
const nothing = () => {}
