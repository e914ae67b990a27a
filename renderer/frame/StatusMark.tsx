import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ArrowSyncCircleFilled,
  CheckmarkCircleFilled,
  CircleHintRegular,
  CircleRegular,
  ClockFilled,
  ErrorCircleFilled,
  LockClosedFilled,
  PauseCircleFilled,
  PlugDisconnectedFilled,
  ShieldErrorFilled,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import type { StatusKind } from './statusOf.ts'

const useStyles = makeStyles({
  mark: { flexShrink: 0, fontSize: '16px', forcedColorAdjust: 'auto' },
  green: { color: tokens.colorStatusSuccessForeground1 },
  blue: { color: tokens.colorBrandForeground1 },
  amber: { color: tokens.colorStatusWarningForeground3 },
  red: { color: tokens.colorStatusDangerForeground1 },
  neutral: { color: tokens.colorNeutralForeground3 },
})

type Colour = Exclude<keyof ReturnType<typeof useStyles>, 'mark'>
type Icon = ComponentType<{ readonly className?: string }>

const marks: Readonly<Record<StatusKind, readonly [Icon, Colour]>> = {
  equal: [CheckmarkCircleFilled, 'green'],
  running: [ArrowSyncCircleFilled, 'blue'],
  'changes-waiting': [ClockFilled, 'amber'],
  halted: [ShieldErrorFilled, 'red'],
  failed: [ErrorCircleFilled, 'red'],
  'not-signed-in': [LockClosedFilled, 'red'],
  lost: [PlugDisconnectedFilled, 'red'],
  paused: [PauseCircleFilled, 'neutral'],
  'never-synced': [CircleRegular, 'neutral'],
  'not-set-up': [CircleRegular, 'neutral'],
  connecting: [CircleHintRegular, 'neutral'],
}

/** The shape and colour of a status; its word stands beside it. */
export function StatusMark({ kind }: { readonly kind: StatusKind }) {
  const styles = useStyles()
  const [Icon, colour] = marks[kind]
  return <Icon className={mergeClasses(styles.mark, styles[colour])} />
}
