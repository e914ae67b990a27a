import { Button } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { texts } from '../texts/texts.ts'

const shownMilliseconds = 2000

/** Copies a text; says so in its own place. */
export function CopyText({ text }: { readonly text: () => string }) {
  const { copy, copied, copyFailed } = texts.people.actions
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready')
  useEffect(() => {
    if (state === 'ready') return
    const back = setTimeout(() => setState('ready'), shownMilliseconds)
    return () => clearTimeout(back)
  }, [state])
  const onClick = () =>
    navigator.clipboard.writeText(text()).then(
      () => setState('copied'),
      () => setState('failed'),
    )
  const words = { ready: copy, copied, failed: copyFailed }
  return (
    <Button icon={state === 'copied' ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void onClick()}>
      <span aria-live="polite">{words[state]}</span>
    </Button>
  )
}
