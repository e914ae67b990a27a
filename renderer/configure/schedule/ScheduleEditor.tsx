import { Section } from '../../components/Section.tsx'
import { texts } from '../../texts/texts.ts'
import type { Draft, Edit, EditorProps } from '../draft/draft.ts'
import { merged } from '../draft/merged.ts'
import { Column, Columns } from '../fields/Columns.tsx'
import { Stack } from '../fields/Stack.tsx'
import { TextSetting } from '../fields/TextSetting.tsx'
import { CronField } from './CronField.tsx'
import { DueTimes } from './DueTimes.tsx'

type Schedule = Draft['schedule']

/** When runs are due, and which times these are. */
export function ScheduleEditor({ draft, change, problems }: EditorProps) {
  const { schedule: words } = texts.configure
  const { incremental, full, timeZone } = draft.schedule
  return (
    <Columns>
      <Column>
        <Section title={words.incremental}>
          <CronField
            place="schedule.incremental"
            hint={words.incrementalHint}
            problems={problems}
            cron={incremental}
            onChange={(cron) => change(inSchedule({ incremental: cron }))}
          />
        </Section>
        <Section title={words.full}>
          <CronField
            place="schedule.full"
            hint={words.fullHint}
            problems={problems}
            cron={full}
            onChange={(cron) => change(inSchedule({ full: cron }))}
          />
        </Section>
      </Column>
      <Column>
        <Section title={words.next}>
          <Stack>
            <DueTimes schedule={draft.schedule} />
            <TextSetting
              label={words.timeZone}
              hint={words.timeZoneHint}
              place="schedule.timeZone"
              placeholder="Europe/Berlin"
              problems={problems}
              value={timeZone ?? ''}
              onChange={(text) => change(inSchedule({ timeZone: text === '' ? undefined : text }))}
            />
          </Stack>
        </Section>
      </Column>
    </Columns>
  )
}

function inSchedule(values: { readonly [Key in keyof Schedule]?: Schedule[Key] | undefined }): Edit {
  return (draft) => ({ ...draft, schedule: merged(draft.schedule, values) })
}
