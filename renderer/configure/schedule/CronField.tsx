import { Dropdown, Field, Input, makeStyles, Option, ToggleButton, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import { texts } from '../../texts/texts.ts'
import { problemAt } from '../draft/problemsAt.ts'
import { FieldGroup } from '../fields/FieldGroup.tsx'
import { FieldNote } from '../fields/FieldNote.tsx'
import { Stack } from '../fields/Stack.tsx'
import { type CronChoice, choiceOf, cronOf, everyWeekDay, hourSteps, minuteSteps } from './cronChoice.ts'

interface CronFieldProps {
  readonly place: string
  readonly hint: string
  readonly problems: readonly FieldProblem[]
  /** Null for never. */
  readonly cron: string | null
  readonly onChange: (cron: string | null) => void
}

const kinds: readonly CronChoice['kind'][] = ['never', 'minutes', 'hours', 'days', 'cron']
/** From Monday on. */
const shownDays = [1, 2, 3, 4, 5, 6, 0] as const

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'end', flexWrap: 'wrap' },
  kind: { minWidth: '220px' },
  small: { minWidth: '140px' },
  days: { display: 'flex', gap: tokens.spacingHorizontalXS, flexWrap: 'wrap' },
  day: { minWidth: '48px' },
  code: { fontFamily: tokens.fontFamilyMonospace },
})

/** When something is due, in words where words will do, else as a cron expression. */
export function CronField({ place, hint, problems, cron, onChange }: CronFieldProps) {
  const styles = useStyles()
  const { schedule: words } = texts.configure
  const [isCron, setCron] = useState(() => choiceOf(cron).kind === 'cron')
  const simple = choiceOf(cron)
  const choice: CronChoice = isCron && cron !== null ? { kind: 'cron', text: cron } : simple
  const problem = problemAt(problems, place)
  const put = (next: CronChoice) => {
    setCron(next.kind === 'cron')
    onChange(cronOf(next))
  }
  return (
    <Stack>
      <FieldNote>{hint}</FieldNote>
      <div className={styles.line}>
        <Field label={words.how}>
          <Dropdown
            className={styles.kind}
            value={words.kinds[choice.kind]}
            selectedOptions={[choice.kind]}
            onOptionSelect={(_, { optionValue }) => {
              const kind = kinds.find((it) => it === optionValue)
              if (kind !== undefined) put(begun(kind, choice))
            }}
          >
            {kinds.map((kind) => (
              <Option key={kind} value={kind}>
                {words.kinds[kind]}
              </Option>
            ))}
          </Dropdown>
        </Field>
        {(choice.kind === 'minutes' || choice.kind === 'hours') && (
          <Field label={words.every}>
            <Dropdown
              className={styles.small}
              value={words.steps[choice.kind](choice.every)}
              selectedOptions={[String(choice.every)]}
              onOptionSelect={(_, { optionValue }) => put({ kind: choice.kind, every: Number(optionValue) })}
            >
              {(choice.kind === 'hours' ? hourSteps : minuteSteps).map((every) => (
                <Option key={every} value={String(every)}>
                  {words.steps[choice.kind](every)}
                </Option>
              ))}
            </Dropdown>
          </Field>
        )}
        {choice.kind === 'days' && (
          <Field label={words.at}>
            <Input
              type="time"
              value={`${twoDigits(choice.hour)}:${twoDigits(choice.minute)}`}
              onChange={(_, { value }) => {
                const [hour, minute] = value.split(':').map(Number)
                if (hour !== undefined && minute !== undefined) put({ ...choice, hour, minute })
              }}
            />
          </Field>
        )}
        {choice.kind === 'cron' && (
          <Field label={words.cron}>
            <Input
              value={choice.text}
              spellCheck={false}
              input={{ className: styles.code }}
              onChange={(_, { value }) => put({ kind: 'cron', text: value })}
            />
          </Field>
        )}
      </div>
      {choice.kind === 'days' && (
        <WeekDays chosen={choice.weekDays} onChange={(weekDays) => put({ ...choice, weekDays })} />
      )}
      {choice.kind === 'cron' && <FieldNote>{words.cronHint}</FieldNote>}
      {problem && <FieldNote tone="error">{problem.message}</FieldNote>}
    </Stack>
  )
}

interface WeekDaysProps {
  readonly chosen: readonly number[]
  readonly onChange: (weekDays: readonly number[]) => void
}

/** The last day that is left stays: what is due on no day at all is due never, which is a choice of its own. */
function WeekDays({ chosen, onChange }: WeekDaysProps) {
  const styles = useStyles()
  const { schedule: words } = texts.configure
  return (
    <FieldGroup label={words.days}>
      <div className={styles.days}>
        {shownDays.map((day) => {
          const isChosen = chosen.includes(day)
          return (
            <ToggleButton
              key={day}
              size="small"
              className={styles.day}
              checked={isChosen}
              title={words.dayNames[day]}
              onClick={() => {
                const next = everyWeekDay.filter((it) => (it === day ? !isChosen : chosen.includes(it)))
                if (next.length > 0) onChange(next)
              }}
            >
              {words.shortDays[day]}
            </ToggleButton>
          )
        })}
      </div>
    </FieldGroup>
  )
}

/** A choice of another kind, as near to the one before as it can be. */
function begun(kind: CronChoice['kind'], before: CronChoice): CronChoice {
  switch (kind) {
    case 'never':
      return { kind }
    case 'minutes':
      return { kind, every: 15 }
    case 'hours':
      return { kind, every: 4 }
    case 'days':
      return { kind, weekDays: [6], hour: 2, minute: 0 }
    case 'cron':
      return { kind, text: cronOf(before) ?? '0 2 * * 6' }
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
