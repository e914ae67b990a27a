import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons'
import { useState } from 'react'
import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import { shownNumber } from '../texts/counting.ts'
import { texts } from '../texts/texts.ts'
import { ApplyConfirmation } from './ApplyConfirmation.tsx'
import { approvalOf, isApproval } from './approval.ts'
import { countIn, type PlanView } from './planView.ts'

interface HaltNoticeProps {
  readonly summary: PlanSummary
  readonly isBusy: boolean
  readonly onView: (part: Partial<PlanView>) => void
  readonly onApply: (approved: readonly string[]) => void
}

const useStyles = makeStyles({
  notice: {
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorPaletteRedBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { color: tokens.colorPaletteRedForeground1, fontSize: '20px' },
  reasons: { margin: 0, padding: 0, listStyleType: 'none' },
  reason: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 168px 176px',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'end',
    padding: `${tokens.spacingVerticalXS} 0`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  message: { margin: 0, maxWidth: '100ch' },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalXS,
  },
  input: { width: '100%', minWidth: 0 },
  button: { whiteSpace: 'nowrap' },
  open: { marginLeft: 'auto', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
})

/** What stopped a plan, whom it is about, and a person's approval of each reason by its number (DC-54). */
export function HaltNotice({ summary, isBusy, onView, onApply }: HaltNoticeProps) {
  const styles = useStyles()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [isAsking, setAsking] = useState(false)
  const { halt, apply } = texts.plan
  const { halted, changes } = summary
  const left = halted.filter((reason) => !isApproval(typed[reason.name] ?? '', approvalOf(reason))).length
  return (
    <section aria-labelledby="halted" className={styles.notice}>
      <h2 id="halted" className={styles.title}>
        <ErrorCircleFilled className={styles.icon} aria-hidden />
        {halt.title}
        <span className={styles.open} role="status">
          {changes === 0 ? halt.nothing : left > 0 ? halt.open(left) : halt.all}
        </span>
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (left === 0 && !isBusy) setAsking(true)
        }}
      >
        <ul className={styles.reasons}>
          {halted.map((reason, place) => (
            <li key={reason.name} className={styles.reason}>
              <div>
                <p className={styles.message}>{reason.message.replace(/^Halted: /, '')}</p>
                <ReasonLinks summary={summary} reason={reason} onView={onView} />
              </div>
              {changes > 0 && (
                <Field
                  label={reason.count > 0 ? halt.type(reason.count) : halt.typeWord(halt.word)}
                  {...(isApproval(typed[reason.name] ?? '', approvalOf(reason)) && {
                    validationState: 'success' as const,
                  })}
                >
                  <Input
                    className={styles.input}
                    autoComplete="off"
                    value={typed[reason.name] ?? ''}
                    onChange={(_, { value }) => setTyped({ ...typed, [reason.name]: value })}
                  />
                </Field>
              )}
              {place === halted.length - 1 && changes > 0 && (
                <Button type="submit" appearance="primary" className={styles.button} disabled={left > 0 || isBusy}>
                  {apply.action(changes)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </form>
      {isAsking && (
        <ApplyConfirmation
          summary={summary}
          approved={halted.map(({ name }) => name)}
          onApply={onApply}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

interface ReasonLinksProps extends Pick<HaltNoticeProps, 'summary' | 'onView'> {
  readonly reason: PlanSummary['halted'][number]
}

/** To the objects concerned, and to where the limit, or what was read, is set. */
function ReasonLinks({ summary, reason, onView }: ReasonLinksProps) {
  const styles = useStyles()
  const { halt } = texts.plan
  const { kind, tabs, name } = reason
  const lists = summary.kinds
    .filter((one) => kind === null || one.kind === kind)
    .flatMap((one) =>
      one.tabs
        .filter((tab) => tabs.includes(tab.name) && countIn(summary.kinds, tab.name, one.kind) > 0)
        .map((tab) => ({ ...tab, kind: one.kind, text: `${one.label}: ${tab.label}` })),
    )
  const isLimit = !name.startsWith('empty-')
  return (
    <div className={styles.links}>
      {lists.map((tab) => (
        <Link
          key={`${tab.kind} ${tab.name}`}
          as="button"
          onClick={() => onView({ kind: tab.kind, tab: tab.name, row: null, search: '' })}
        >
          {halt.show(`${tab.text} (${shownNumber(tab.count)})`)}
        </Link>
      ))}
      <Link href={isLimit ? '#/configure/guards' : '#/configure/selection'}>
        {isLimit ? halt.raise : halt.selection}
      </Link>
    </div>
  )
}
