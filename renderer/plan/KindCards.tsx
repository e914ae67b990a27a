import { makeStyles, tokens } from '@fluentui/react-components'
import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import type { ObjectKind } from '../../app/model/objectKind.ts'
import { ToneMark } from '../components/ToneMark.tsx'
import { shownNumber } from '../texts/counting.ts'
import { texts } from '../texts/texts.ts'
import { objectsPart } from './PlanBrowser.tsx'
import { signs } from './signs.ts'
import { TabRow } from './TabRow.tsx'

interface KindCardsProps {
  readonly kinds: PlanSummary['kinds']
  readonly kind: ObjectKind
  readonly onKind: (kind: ObjectKind) => void
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  changes: { marginLeft: 'auto', fontVariantNumeric: 'tabular-nums' },
  numbers: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    minHeight: tokens.lineHeightBase300,
    marginTop: tokens.spacingVerticalXS,
    fontVariantNumeric: 'tabular-nums',
  },
  none: { color: tokens.colorNeutralForeground3 },
})

/** One card for each kind of object, with its numbers; the chosen one is what is listed below. */
export function KindCards({ kinds, kind, onKind }: KindCardsProps) {
  const styles = useStyles()
  const items = kinds.map(({ kind: name, label, tabs }) => {
    const all = tabs.find((tab) => tab.name === 'all')?.count ?? 0
    const shown = tabs.filter((tab) => tab.count > 0 && tab.name in signs)
    return {
      name,
      isQuiet: false,
      content: (
        <>
          <div className={styles.head}>
            {label}
            <span className={styles.changes}>{all > 0 ? shownNumber(all) : ''}</span>
          </div>
          <div className={styles.numbers}>
            {shown.length === 0 && <span className={styles.none}>{texts.plan.noChanges}</span>}
            {shown.map((tab) => (
              <span key={tab.name} title={tab.label}>
                <ToneMark tone={tab.tone} sign={signs[tab.name] ?? ''}>
                  {shownNumber(tab.count)}
                  <HiddenWord>{tab.label}</HiddenWord>
                </ToneMark>
              </span>
            ))}
          </div>
        </>
      ),
    }
  })
  return (
    <TabRow
      form="cards"
      label={texts.plan.kinds}
      items={items}
      chosen={kind}
      onChoose={onKind}
      controls={objectsPart}
    />
  )
}

const useHidden = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** The word for a sign, for those who do not see it. */
function HiddenWord({ children }: { readonly children: string }) {
  return <span className={useHidden().hidden}> {children}</span>
}
