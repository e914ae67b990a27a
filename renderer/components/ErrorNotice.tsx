import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { problemOf } from '../problem.ts'
import { texts } from '../texts/texts.ts'

interface ErrorNoticeProps {
  /** Whatever was thrown. */
  readonly error: unknown
  /** Offers to try once more. */
  readonly onTryAgain?: () => void
}

const useStyles = makeStyles({
  place: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
})

/** What went wrong, on which side, where, and what to do about it; its code has a page of its own. */
export function ErrorNotice({ error, onTryAgain }: ErrorNoticeProps) {
  const styles = useStyles()
  const { side, code, message, remedy, place } = problemOf(error)
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{texts.sides[side]}</MessageBarTitle> {message} {remedy}{' '}
        <Link inline href={`#/help/errors/${code}`}>
          {texts.errorMeaning}
        </Link>
        {place !== null && <div className={styles.place}>{place}</div>}
      </MessageBarBody>
      {onTryAgain && (
        <MessageBarActions>
          <Button size="small" onClick={onTryAgain}>
            {texts.tryAgain}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
