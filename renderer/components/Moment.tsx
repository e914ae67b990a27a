import { makeStyles, Tooltip, tokens } from '@fluentui/react-components'
import { exactMoment, type MomentForm, shownMoment } from '../texts/moment.ts'

interface MomentProps {
  /** ISO 8601. */
  readonly at: string
  readonly form?: MomentForm
  /** `none`: within a row that can be focused itself, so that a table has not one stop for each time in it. */
  readonly stop?: 'none'
}

const useStyles = makeStyles({
  moment: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** A time in the zone of who reads it; the exact one, with its zone, stands in a tooltip. */
export function Moment({ at, form, stop }: MomentProps) {
  const styles = useStyles()
  const time = (
    <time dateTime={at} className={styles.moment} tabIndex={stop === 'none' ? undefined : 0}>
      {shownMoment(at, new Date(), form)}
    </time>
  )
  return (
    <Tooltip content={exactMoment(at)} relationship="description" positioning="above-start">
      {time}
    </Tooltip>
  )
}
