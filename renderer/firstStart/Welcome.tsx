import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import type { Draft } from '../configure/draft/draft.ts'
import { goTo } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { useDeed } from '../useDeed.ts'

interface WelcomeProps {
  readonly begin: (draft: Draft) => void
}

const useStyles = makeStyles({
  welcome: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '640px' },
  choice: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  note: { color: tokens.colorNeutralForeground2 },
})

/** Two ways to begin: with one's own directory, or with a made-up company. */
export function Welcome({ begin }: WelcomeProps) {
  const styles = useStyles()
  const { welcome } = texts.firstStart
  const demo = useDeed(() => api.startDemo.mutate())
  const startDemo = () => demo.mutate(undefined, { onSuccess: (draft) => begin(draft) })
  return (
    <div className={styles.welcome}>
      <Body1>{welcome.sentence}</Body1>
      <Choice note={welcome.bindNote}>
        <Button appearance="primary" disabledFocusable={demo.isPending} onClick={() => goTo('/start/store')}>
          {welcome.bind}
        </Button>
      </Choice>
      <Choice note={welcome.demoNote}>
        <Button disabledFocusable={demo.isPending} onClick={startDemo}>
          {demo.isPending ? welcome.starting : welcome.demo}
        </Button>
      </Choice>
      {demo.error !== null && <ErrorNotice error={demo.error} onTryAgain={startDemo} />}
    </div>
  )
}

function Choice({ note, children }: { readonly note: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.choice}>
      {children}
      <Body1 className={styles.note}>{note}</Body1>
    </div>
  )
}
