import { Button, Link, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { Pause16Filled, Play16Filled } from '@fluentui/react-icons'
import type { Overview } from '../../app/api/overview/overview.ts'
import { api } from '../client.ts'
import { Moment } from '../components/Moment.tsx'
import { Section } from '../components/Section.tsx'
import { useNow } from '../components/useNow.ts'
import { useCommands } from '../frame/Commands.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'

const useStyles = makeStyles({
  next: { margin: 0, minHeight: '20px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  mode: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
})

const scheduleTexts = texts.dashboard.schedule

/** What runs next by itself, or why nothing does; pause and mode. */
export function ScheduleCard({ control }: Pick<Overview, 'control'>) {
  const styles = useStyles()
  const { act } = useCommands()
  const isPaused = control.pausedAt !== null
  return (
    <Section
      title={scheduleTexts.title}
      actions={
        <Button
          size="small"
          icon={isPaused ? <Play16Filled /> : <Pause16Filled />}
          onClick={() => act(isPaused ? 'resume' : 'pause')}
        >
          {isPaused ? scheduleTexts.resume : scheduleTexts.pause}
        </Button>
      }
    >
      <p className={styles.next}>
        <Next control={control} />
      </p>
      <div className={styles.mode}>
        <span id="mode" className={styles.quiet}>
          {scheduleTexts.mode}
        </span>
        <RadioGroup
          layout="horizontal"
          aria-labelledby="mode"
          value={control.mode}
          onChange={(_event, { value }) => act(value === 'automatic' ? 'mode-automatic' : 'mode-manual')}
        >
          <Radio value="automatic" label={scheduleTexts.automatic} />
          <Radio value="manual" label={scheduleTexts.manual} />
        </RadioGroup>
      </div>
    </Section>
  )
}

function Next({ control }: Pick<Overview, 'control'>) {
  const styles = useStyles()
  const now = useNow(20)
  const { data: status } = useAnswer(['status'], (signal) => api.status.query(undefined, { signal }))
  const { lanes, why, notScheduled, overdue, setTimes } = scheduleTexts
  if (status === undefined) return null
  const { next } = status
  if (next !== null)
    return (
      <>
        {lanes[next.lane]}{' '}
        {new Date(next.at) > now ? <Moment at={next.at} /> : <span className={styles.quiet}>{overdue}</span>}
      </>
    )
  return (
    <>
      {notScheduled}.{' '}
      <span className={styles.quiet}>
        {control.pausedAt !== null ? (
          <>
            {why.paused} <Moment at={control.pausedAt} />.
          </>
        ) : control.mode === 'manual' ? (
          why.manual
        ) : (
          <>
            {why.empty}{' '}
            <Link inline href="#/configure/schedule">
              {setTimes}
            </Link>
          </>
        )}
      </span>
    </>
  )
}
