import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import type { ExplainedEntry } from '../../app/api/explain/explanation.ts'
import { Section } from '../components/Section.tsx'
import { ToneMark } from '../components/ToneMark.tsx'
import { texts } from '../texts/texts.ts'
import { CopyText } from './CopyText.tsx'
import { DecisionWay } from './DecisionWay.tsx'
import { explainedText } from './explainedText.ts'
import { History } from './History.tsx'
import { SyncNow } from './SyncNow.tsx'
import { shownName } from './shownName.ts'
import { verdictOn } from './verdict.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  who: { flexGrow: 1, minWidth: 0 },
  name: { margin: 0, overflowWrap: 'anywhere' },
  kind: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
})

const signs = { equal: '=', add: '+', change: '~', remove: '–', none: '»' } as const

/** One entry: what comes of it, the way there, and what was done so far. */
export function Entry({ entry }: { readonly entry: ExplainedEntry }) {
  const styles = useStyles()
  const { kinds, steps, kindOf } = texts.people
  const { sentence, tone } = verdictOn(entry)
  return (
    <>
      <div className={styles.head}>
        <div className={styles.who}>
          <Subtitle2 as="h2" block className={styles.name}>
            {shownName(entry)} <span className={styles.kind}>{kinds[kindOf(entry)]}</span>
          </Subtitle2>
          <ToneMark tone={tone} sign={signs[tone]}>
            {sentence}
          </ToneMark>
        </div>
        <div className={styles.actions}>
          <CopyText text={() => `${entry.dn}\n${explainedText(entry)}\n`} />
        </div>
        <SyncNow entry={entry} />
      </div>
      <DecisionWay entry={entry} />
      <Section title={steps.history}>
        <History history={entry.history} />
      </Section>
    </>
  )
}
