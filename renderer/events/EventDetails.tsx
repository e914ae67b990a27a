import { Body1, Body1Strong, Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Event } from '../../app/model/event.ts'
import { Facts } from '../components/Facts.tsx'
import { Moment } from '../components/Moment.tsx'
import { personAddress } from '../people/personAddress.ts'
import { texts } from '../texts/texts.ts'
import { eventsAddress } from './eventFilter.ts'
import { isExplainable } from './isExplainable.ts'
import { LevelMark } from './LevelMark.tsx'

const useStyles = makeStyles({
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  message: { paddingRight: '32px', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
})

/** One event with what to do about it, and the ways to whom and what it concerns. */
export function EventDetails({ event }: { readonly event: Event }) {
  const styles = useStyles()
  const { facts, run, sameRun, remedy: whatToDo } = texts.events.panel
  const { at, level, side, code, message, remedy, runId, object } = event
  const shownObject =
    object !== null && isExplainable(object) ? <Link href={`#${personAddress(object)}`}>{object}</Link> : object
  return (
    <div className={styles.details}>
      <Body1 className={styles.message}>{message}</Body1>
      {remedy !== '' && (
        <div>
          <Body1Strong block>{whatToDo}</Body1Strong>
          <Body1>{remedy}</Body1>
        </div>
      )}
      <Facts
        facts={[
          { label: facts.at, value: <Moment at={at} form="second" /> },
          { label: facts.level, value: <LevelMark level={level} /> },
          { label: facts.side, value: texts.sides[side] },
          ...(object === null ? [] : [{ label: facts.object, value: shownObject }]),
          ...(runId === null
            ? []
            : [
                {
                  label: facts.run,
                  value: (
                    <>
                      <Link href={`#/runs/${runId}`}>{run(runId)}</Link>
                      {' · '}
                      <Link href={`#${eventsAddress({ runId, level: 'debug' })}`}>{sameRun}</Link>
                    </>
                  ),
                },
              ]),
          {
            label: facts.code,
            value: level === 'error' ? <Link href={`#/help/errors/${code}`}>{code}</Link> : code,
          },
        ]}
      />
    </div>
  )
}
