import {
  Link,
  Toast,
  ToastBody,
  ToastFooter,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useCallback } from 'react'
import { texts } from '../texts/texts.ts'

/** A few words at the edge of the window about what has just happened. */
export interface Notice {
  readonly intent: 'success' | 'info' | 'warning' | 'error'
  readonly title: string
  readonly body: string | null
  readonly links: ReadonlyArray<{ readonly label: string; readonly address: string }>
}

export const noticesId = 'notices'

/** Troubles stay longer: they are to be read. */
const milliseconds: Readonly<Record<Notice['intent'], number>> = {
  success: 8000,
  info: 6000,
  warning: 20_000,
  error: 30_000,
}

/** Shows notices, one below the other. */
export function useNotices(): (notice: Notice) => void {
  const { dispatchToast } = useToastController(noticesId)
  return useCallback(
    ({ intent, title, body, links }) =>
      dispatchToast(
        <Toast>
          <ToastTitle
            action={
              <ToastTrigger>
                <Link as="button" aria-label={texts.frame.told.dismiss}>
                  <Dismiss16Regular />
                </Link>
              </ToastTrigger>
            }
          >
            {title}
          </ToastTitle>
          {body !== null && <ToastBody>{body}</ToastBody>}
          {links.length > 0 && (
            <ToastFooter>
              {links.map(({ label, address }) => (
                <Link key={address} href={`#${address}`}>
                  {label}
                </Link>
              ))}
            </ToastFooter>
          )}
        </Toast>,
        {
          intent,
          timeout: milliseconds[intent],
          pauseOnHover: true,
          politeness: intent === 'error' ? 'assertive' : 'polite',
        },
      ),
    [dispatchToast],
  )
}
