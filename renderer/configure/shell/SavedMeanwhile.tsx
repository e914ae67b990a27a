import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { texts } from '../../texts/texts.ts'
import { draftStore } from '../draft/draftStore.ts'
import type { EditingState } from '../draft/useEditing.ts'

/** Somebody else saved settings after this draft was begun: which of the two shall it be? */
export function SavedMeanwhile({ editing: { saved } }: { readonly editing: EditingState }) {
  const { meanwhile: words } = texts.configure
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{words.title}</MessageBarTitle> {words.message}
      </MessageBarBody>
      <MessageBarActions>
        {saved !== null && (
          <Button size="small" onClick={() => draftStore.rebase(saved)}>
            {words.mine}
          </Button>
        )}
        <Button size="small" onClick={() => draftStore.discard()}>
          {words.theirs}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
