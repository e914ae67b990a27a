import { Button, Tooltip } from '@fluentui/react-components'
import { ArrowUndoRegular } from '@fluentui/react-icons'
import type { Run } from '../../app/model/run.ts'
import { api } from '../client.ts'
import { useCommands } from '../frame/Commands.tsx'
import { goTo } from '../frame/hashAddress.ts'
import { useLive } from '../frame/LiveService.tsx'
import { problemOf } from '../problem.ts'
import { texts } from '../texts/texts.ts'
import { useDeed } from '../useDeed.ts'
import { undoable } from './undoable.ts'

/** Plans to take back what a run did, and leads to that plan; nothing is written before it is applied (DC-58). */
export function UndoButton({ run }: { readonly run: Run }) {
  const { undo, undoing, undoHint, cannotUndo, undone } = texts.runs.run
  const { running } = useLive()
  const { tell } = useCommands()
  const deed = useDeed(async (runId: number) => {
    const { plan } = await api.undo.mutate({ runId })
    goTo(`/plans/${plan.id}`)
    tell({ intent: 'info', title: undone.title(runId), body: undone.body, links: [] })
  })
  const can = undoable(run)
  const why = can === 'yes' ? (running !== null && !deed.isPending ? cannotUndo.busy : null) : cannotUndo[can]
  const begin = () =>
    deed.mutate(run.id, {
      onError(error) {
        const { message, remedy, code } = problemOf(error)
        const links = [{ label: texts.errorMeaning, address: `/help/errors/${code}` }]
        tell({ intent: 'error', title: message, body: remedy, links })
      },
    })
  return (
    <Tooltip content={why ?? undoHint} relationship="description">
      <Button icon={<ArrowUndoRegular />} disabledFocusable={why !== null || deed.isPending} onClick={begin}>
        {deed.isPending ? undoing : undo}
      </Button>
    </Tooltip>
  )
}
