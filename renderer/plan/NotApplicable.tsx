import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { texts } from '../texts/texts.ts'

/** Why a plan that nobody has applied can no longer be applied, and what to do. */
export function NotApplicable({ why, remedy }: { readonly why: string; readonly remedy: string }) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.plan.notApplicable}</MessageBarTitle> {why} {remedy}
      </MessageBarBody>
    </MessageBar>
  )
}
