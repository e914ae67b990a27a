import { MessageBar, MessageBarBody, MessageBarGroup, MessageBarTitle } from '@fluentui/react-components'
import type { Overview } from '../../app/api/overview/overview.ts'
import { texts } from '../texts/texts.ts'

/** What the settings should make one careful of. */
export function Warnings({ warnings }: Pick<Overview, 'warnings'>) {
  if (warnings.length === 0) return null
  return (
    <MessageBarGroup animate="exit-only" aria-label={texts.dashboard.warnings}>
      {warnings.map(({ level, side, subject, message, remedy }) => (
        <MessageBar key={`${subject} ${message}`} intent={level === 'error' ? 'error' : 'warning'} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.sides[side]}</MessageBarTitle> {message} {remedy}
          </MessageBarBody>
        </MessageBar>
      ))}
    </MessageBarGroup>
  )
}
