import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components'
import { api } from '../../client.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Section } from '../../components/Section.tsx'
import { texts } from '../../texts/texts.ts'
import { useAnswer } from '../../useAnswer.ts'
import { useDeed } from '../../useDeed.ts'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalL, flexWrap: 'wrap' },
  words: { flexGrow: 1 },
})

/** Whether the schedule runs at all: takes hold at once, unlike the settings beside it. */
export function ModeControl() {
  const styles = useStyles()
  const { mode: words } = texts.configure
  const { data, error } = useAnswer(['overview'], (signal) => api.overview.query(undefined, { signal }))
  const setMode = useDeed((mode: 'manual' | 'automatic') => api.setMode.mutate({ mode }))
  const pause = useDeed((to: 'pause' | 'resume') => api[to].mutate())
  const failure = setMode.error ?? pause.error ?? error
  return (
    <Section title={words.title}>
      {data && (
        <div className={styles.line}>
          <Switch
            label={words.automatic}
            checked={data.control.mode === 'automatic'}
            onChange={(_, { checked }) => setMode.mutate(checked ? 'automatic' : 'manual')}
          />
          <span className={styles.words}>{words.state(data.control)}</span>
          <Button
            disabledFocusable={pause.isPending}
            onClick={() => pause.mutate(data.control.pausedAt === null ? 'pause' : 'resume')}
          >
            {data.control.pausedAt === null ? words.pause : words.resume}
          </Button>
        </div>
      )}
      {failure && <ErrorNotice error={failure} />}
    </Section>
  )
}
