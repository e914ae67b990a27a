import { Body1, Body1Strong, Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import type { SetAside } from '../../app/model/setAside.ts'
import { Facts } from '../components/Facts.tsx'
import { Moment } from '../components/Moment.tsx'
import { isExplainable } from '../events/isExplainable.ts'
import { personAddress } from '../people/personAddress.ts'
import { texts } from '../texts/texts.ts'
import { NextTry } from './NextTry.tsx'

const useStyles = makeStyles({
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  name: { paddingRight: '32px', overflowWrap: 'anywhere' },
})

interface SetAsideDetailsProps {
  readonly object: SetAside
  readonly onRetry: () => void
}

/** Why one object is set aside, what to do about it, and when it is tried again. */
export function SetAsideDetails({ object, onRetry }: SetAsideDetailsProps) {
  const styles = useStyles()
  const { facts, retryOne } = texts.runs.setAside
  const { name, message, remedy, code, attempts, firstFailedAt, nextTryAt } = object
  return (
    <div className={styles.details}>
      <Body1Strong className={styles.name}>
        {isExplainable(name) ? <Link href={`#${personAddress(name)}`}>{name}</Link> : name}
      </Body1Strong>
      <Body1>
        {message} {remedy}
      </Body1>
      <Facts
        facts={[
          { label: facts.attempts, value: attempts },
          { label: facts.first, value: <Moment at={firstFailedAt} /> },
          { label: facts.next, value: <NextTry at={nextTryAt} /> },
          { label: facts.code, value: <Link href={`#/help/errors/${code}`}>{code}</Link> },
        ]}
      />
      <div>
        <Button size="small" onClick={onRetry}>
          {retryOne}
        </Button>
      </div>
    </div>
  )
}
