import { texts } from '../../texts/texts.ts'
import { useUpdateSentence } from '../../useUpdateSentence.ts'
import type { EditorProps } from '../draft/draft.ts'
import { merged } from '../draft/merged.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { SwitchSetting } from '../fields/SwitchSetting.tsx'

/** Which version this is, whether there is a newer one, and whether the desktop program installs it. */
export function UpdatesEditor({ draft, change, problems }: EditorProps) {
  const { version } = texts.configure.general
  const { automatic, automaticHint } = texts.updates
  const sentence = useUpdateSentence()
  return (
    <>
      <FieldNote>{`${version(connectorVersion)} ${sentence}`}</FieldNote>
      <SwitchSetting
        label={automatic}
        hint={automaticHint}
        place="updates.automatic"
        problems={problems}
        value={draft.updates.automatic}
        onChange={(chosen) => change((it) => merged(it, { updates: { automatic: chosen } }))}
      />
    </>
  )
}
