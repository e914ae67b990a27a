import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Filled,
  CircleHint16Regular,
  ErrorCircle16Filled,
  Eye16Regular,
  ShieldError16Filled,
  Warning16Filled,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import type { RunStatus } from '../../app/model/run.ts'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  mark: { flexShrink: 0 },
  green: { color: tokens.colorStatusSuccessForeground1 },
  amber: { color: tokens.colorStatusWarningForeground3 },
  red: { color: tokens.colorStatusDangerForeground1 },
  neutral: { color: tokens.colorNeutralForeground3 },
})

type Icon = ComponentType<{ readonly className?: string; readonly role?: 'img'; readonly 'aria-label'?: string }>
type Colour = 'green' | 'amber' | 'red' | 'neutral'

const marks: Readonly<Record<RunStatus, readonly [Icon, Colour]>> = {
  running: [CircleHint16Regular, 'neutral'],
  planned: [Eye16Regular, 'neutral'],
  equal: [CheckmarkCircle16Filled, 'green'],
  done: [CheckmarkCircle16Filled, 'green'],
  partial: [Warning16Filled, 'red'],
  halted: [ShieldError16Filled, 'red'],
  refused: [Warning16Filled, 'amber'],
  failed: [ErrorCircle16Filled, 'red'],
  interrupted: [Warning16Filled, 'amber'],
}

/** How a run ended, as a shape with a colour; read out as its word. */
export function RunMark({ status }: { readonly status: RunStatus }) {
  const styles = useStyles()
  const [Icon, colour] = marks[status]
  const word = texts.runStatuses[status]
  return (
    <span title={word} style={{ display: 'flex' }}>
      <Icon role="img" aria-label={word} className={mergeClasses(styles.mark, styles[colour])} />
    </span>
  )
}
