import type { PlanRow } from '../../app/api/plans/planBrowser.ts'
import { ToneMark } from '../components/ToneMark.tsx'
import type { TableColumn } from '../components/VirtualTable.tsx'
import { texts } from '../texts/texts.ts'

type Columns = ReadonlyArray<TableColumn<PlanRow, 'name' | 'dn'>>

/** The columns of a plan's rows, with room for why some `failed`; `narrow` beside an open panel, which says the rest. */
export function planColumns(stage: 'planned' | 'applied' | 'failed', room: 'wide' | 'narrow'): Columns {
  const { columns } = texts.plan
  const isWide = room === 'wide'
  return [
    {
      name: 'outcome',
      heading: columns.outcome,
      width: '112px',
      cell: ({ tone, sign, word }) => (
        <ToneMark tone={tone} sign={sign}>
          {word}
        </ToneMark>
      ),
    },
    {
      name: 'name',
      heading: columns.name,
      width: 'minmax(0, 4fr)',
      sort: 'name',
      cell: ({ name }) => <span title={name}>{name}</span>,
    },
    ...(stage !== 'planned'
      ? [
          {
            name: 'result',
            heading: columns.result,
            width: stage === 'failed' ? 'minmax(0, 8fr)' : 'minmax(0, 2fr)',
            cell: ({ result, failed }: PlanRow) =>
              failed ? (
                <ToneMark tone="remove" sign="!">
                  <span title={result}>{result}</span>
                </ToneMark>
              ) : (
                result
              ),
          },
        ]
      : []),
    {
      name: 'reason',
      heading: columns.reason,
      width: 'minmax(0, 4fr)',
      cell: ({ reason }) => <span title={reason}>{reason}</span>,
    },
    ...(isWide
      ? [
          {
            name: 'dn',
            heading: columns.dn,
            width: 'minmax(0, 4fr)',
            sort: 'dn' as const,
            cell: ({ dn }: PlanRow) => <span title={dn ?? ''}>{dn}</span>,
          },
        ]
      : []),
  ]
}
