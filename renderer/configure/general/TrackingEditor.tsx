import { texts } from '../../texts/texts.ts'
import type { EditorProps } from '../draft/draft.ts'
import { inDirectory } from '../draft/inDirectory.ts'
import { ChoiceSetting } from '../fields/ChoiceSetting.tsx'
import { MoreSettings } from '../fields/MoreSettings.tsx'
import { NumberSetting } from '../fields/NumberSetting.tsx'
import { Row } from '../fields/Stack.tsx'

/** How changes are found, and how the directory is asked. */
export function TrackingEditor({ draft, change, problems }: EditorProps) {
  const { tracking } = texts.configure
  const { changeTracking, pageSize, timeoutSeconds } = draft.directory
  return (
    <MoreSettings
      places={['directory.changeTracking', 'directory.pageSize', 'directory.timeoutSeconds']}
      problems={problems}
    >
      <ChoiceSetting
        label={tracking.label}
        hint={tracking.hint}
        place="directory.changeTracking"
        problems={problems}
        value={changeTracking}
        choices={tracking.methods}
        onChange={(chosen) => change(inDirectory({ changeTracking: chosen }))}
      />
      <Row>
        <NumberSetting
          label={tracking.pageSize}
          place="directory.pageSize"
          problems={problems}
          value={pageSize}
          onChange={(value) => change(inDirectory({ pageSize: value }))}
        />
        <NumberSetting
          label={tracking.timeout}
          unit={tracking.seconds}
          place="directory.timeoutSeconds"
          problems={problems}
          value={timeoutSeconds}
          onChange={(value) => change(inDirectory({ timeoutSeconds: value }))}
        />
      </Row>
    </MoreSettings>
  )
}
