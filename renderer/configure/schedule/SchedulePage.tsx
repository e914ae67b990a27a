import { makeStyles, tokens } from '@fluentui/react-components'
import type { EditorProps } from '../draft/draft.ts'
import { ModeControl } from './ModeControl.tsx'
import { ScheduleEditor } from './ScheduleEditor.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
})

/** Whether the schedule runs, and when. */
export function SchedulePage(props: EditorProps) {
  return (
    <div className={useStyles().page}>
      <ModeControl />
      <ScheduleEditor {...props} />
    </div>
  )
}
