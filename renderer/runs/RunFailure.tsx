import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { Run } from '../../app/model/run.ts'
import { texts } from '../texts/texts.ts'

/** What a run failed of: the side, what happened, what to do, and the page about it. */
export function RunFailure({ error }: { readonly error: NonNullable<Run['error']> }) {
  const { side, code, message, remedy } = error
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.sides[side]}</MessageBarTitle> {message} {remedy}{' '}
        <Link href={`#/help/errors/${code}`}>{texts.errorMeaning}</Link>
      </MessageBarBody>
    </MessageBar>
  )
}
