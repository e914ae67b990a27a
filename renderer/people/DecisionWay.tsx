import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircleRegular,
  CircleRegular,
  DismissCircleRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { ExplainedEntry } from '../../app/api/explain/explanation.ts'
import { Moment } from '../components/Moment.tsx'
import { texts } from '../texts/texts.ts'
import { ChangesNow } from './ChangesNow.tsx'
import type { DecisionStep } from './decisionStep.ts'
import { decisionSteps } from './decisionSteps.ts'
import { PictureTrial } from './PictureTrial.tsx'
import { ValuesTable } from './ValuesTable.tsx'

const useStyles = makeStyles({
  way: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px 144px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  mark: { height: '20px', fontSize: '20px', lineHeight: 1 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  stop: { color: tokens.colorPaletteRedForeground1 },
  unsure: { color: tokens.colorPaletteMarigoldForeground2 },
  plain: { color: tokens.colorNeutralForeground3 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, lineHeight: '20px' },
  said: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0, lineHeight: '20px' },
  sentence: { overflowWrap: 'anywhere' },
  more: { color: tokens.colorNeutralForeground3 },
  stopped: { fontWeight: tokens.fontWeightSemibold },
})

const icons = {
  good: CheckmarkCircleRegular,
  stop: DismissCircleRegular,
  unsure: QuestionCircleRegular,
  plain: CircleRegular,
} as const

/** Every decision about an entry from top to bottom, each with what it rests on. */
export function DecisionWay({ entry }: { readonly entry: ExplainedEntry }) {
  const styles = useStyles()
  return (
    <ol className={styles.way} aria-label={texts.people.way}>
      {decisionSteps(entry).map((step) => (
        <Step key={step.name} step={step}>
          <Below entry={entry} name={step.name} />
        </Step>
      ))}
    </ol>
  )
}

function Step({ step, children }: { readonly step: DecisionStep; readonly children: ReactNode }) {
  const styles = useStyles()
  const { name, mark, sentences } = step
  const Icon = icons[mark]
  return (
    <li className={styles.step}>
      <Icon className={mergeClasses(styles.mark, styles[mark])} aria-label={texts.people.marks[mark]} role="img" />
      <h3 className={styles.title}>{texts.people.steps[name]}</h3>
      <div className={styles.said}>
        {sentences.map((sentence, index) => (
          <div
            key={sentence}
            className={mergeClasses(
              styles.sentence,
              index > 0 && styles.more,
              index === 0 && mark === 'stop' && styles.stopped,
            )}
          >
            {sentence}
          </div>
        ))}
        {children}
      </div>
    </li>
  )
}

/** What stands under the sentences of a step: tables, and the way to what can be changed about it. */
function Below({ entry, name }: { readonly entry: ExplainedEntry; readonly name: DecisionStep['name'] }) {
  const { selected, guard, match } = texts.people
  switch (name) {
    case 'selected':
      return entry.kindIs === 'synchronized' && entry.decision.kind === 'selected' ? null : (
        <Link href="#/configure/selection">{selected.remedy}</Link>
      )
    case 'values':
      return entry.rows.length === 0 ? null : <ValuesTable rows={entry.rows} />
    case 'match':
      return entry.link?.vanishedAt ? (
        <div>
          {match.inactiveSince} <Moment at={entry.link.vanishedAt} />
        </div>
      ) : null
    case 'guard':
      return <Link href="#/configure/guards">{guard.page}</Link>
    case 'change':
      return <ChangesNow entry={entry} />
    case 'picture':
      return entry.picture?.kind === 'looked-at' && entry.picture.found.kind === 'photo' ? (
        <PictureTrial who={entry.dn} />
      ) : null
    default:
      return null
  }
}
