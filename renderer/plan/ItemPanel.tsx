import { Button, Link, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { PlanItemDetail } from '../../app/api/plans/planBrowser.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ToneMark } from '../components/ToneMark.tsx'
import { personAddress } from '../people/personAddress.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { Dn } from './Dn.tsx'
import { MemberNames } from './MemberNames.tsx'
import { Values } from './Values.tsx'
import { Why } from './Why.tsx'
import { whoOf } from './whoOf.ts'

interface ItemPanelProps {
  readonly planId: number
  readonly row: string
  readonly onClose: () => void
}

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    minHeight: 0,
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    overflowX: 'hidden',
    overflowY: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1, minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  dn: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  text: { margin: 0, overflowWrap: 'anywhere' },
  heading: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  notes: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
})

/** One object of a plan with everything that is known of it: reason, before and after, members, notes, outcome, why. */
export function ItemPanel({ planId, row, onClose }: ItemPanelProps) {
  const styles = useStyles()
  const words = texts.plan.item
  const { data, error, isPlaceholderData } = useAnswer<PlanItemDetail>(
    ['plans.item', planId, row],
    (signal) => api.plans.item.query({ planId, id: row }, { signal }),
    { while: 'kept' },
  )
  return (
    <aside aria-label={words.panel} aria-busy={isPlaceholderData} tabIndex={-1} className={styles.panel}>
      <div className={styles.head}>
        <div className={styles.title}>
          {data && (
            <>
              <ToneMark tone={data.tone} sign={data.sign}>
                {data.word}
              </ToneMark>
              <h2 className={styles.name}>{data.name}</h2>
              {data.dn !== null && (
                <div className={styles.dn}>
                  <Dn dn={data.dn} />
                </div>
              )}
            </>
          )}
        </div>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={words.close}
          title={words.close}
          onClick={onClose}
        />
      </div>
      {error ? <ErrorNotice error={error} /> : data ? <Detail item={data} /> : <DetailSkeleton />}
    </aside>
  )
}

function Detail({ item }: { readonly item: PlanItemDetail }) {
  const styles = useStyles()
  const words = texts.plan.item
  const { sign, reason, result, failed, outcome, attributes, members, notes, name } = item
  const who = whoOf(item)
  return (
    <>
      <p className={styles.text}>{reason}</p>
      {(outcome || result !== '') && (
        <Part title={words.outcome}>
          <p className={styles.text}>
            {failed ? (
              <ToneMark tone="remove" sign="!">
                {outcome ? `${outcome.message} ${outcome.remedy}` : result}
              </ToneMark>
            ) : (
              result
            )}
          </p>
        </Part>
      )}
      {attributes.length > 0 && (
        <Values attributes={attributes} sides={sign === '+' || sign === '✕' ? 'one' : 'both'} />
      )}
      {members && members.add.count + members.remove.count > 0 && (
        <Part title={words.members}>
          {members.add.count > 0 && (
            <MemberNames title={words.membersAdded(members.add.count)} tone="add" sign="+" members={members.add} />
          )}
          {members.remove.count > 0 && (
            <MemberNames
              title={words.membersRemoved(members.remove.count)}
              tone="remove"
              sign="–"
              members={members.remove}
            />
          )}
        </Part>
      )}
      {notes.length > 0 && (
        <Part title={words.notes}>
          <ul className={styles.notes}>
            {notes.map(({ attribute, problem }) => (
              <li key={`${attribute} ${problem}`} className={styles.text}>
                {attribute}: {problem}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Why key={item.id} who={who} />
      <Link href={`#${personAddress(who)}`}>{words.page(name)}</Link>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  )
}

function DetailSkeleton() {
  return (
    <Skeleton aria-label={texts.loading}>
      <SkeletonItem size={16} style={{ width: '70%', marginBottom: 16 }} />
      <SkeletonItem size={16} style={{ width: '90%', marginBottom: 16 }} />
      <SkeletonItem size={16} style={{ width: '80%' }} />
    </Skeleton>
  )
}
