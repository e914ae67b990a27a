import { z } from 'zod'
import { defaultMapping } from '../../mapping/defaultMapping.ts'
import { settingsSentences } from '../../report/settingsSentences.ts'
import { cronProblem } from '../../schedule/cronProblem.ts'
import { describeSchedule } from '../../schedule/describeSchedule.ts'
import { timeZoneProblem } from '../../schedule/timeZone.ts'
import { formatSettings } from '../../settings/formatSettings.ts'
import { parseSettings } from '../../settings/parseSettings.ts'
import { settingsSchema } from '../../settings/schema.ts'
import { procedure, router } from './procedure.ts'
import { typedText } from './typedText.ts'

const { directory } = settingsSchema.shape
const schedule = z.object({
  incremental: typedText.nullable(),
  full: typedText.nullable(),
  timeZone: typedText.nullable(),
})

/** What a page needs to know of settings while they are edited, that needs neither network nor data folder. */
export const draftRoutes = router({
  /** The expression of each row that the settings do not name; null where a row is then off. */
  defaultMapping: procedure
    .input(z.object({ type: directory.shape.type }))
    .query(({ input }) => defaultMapping(input.type)),
  /** A schedule in words with its next five times; null while something in it is wrong. */
  schedule: procedure.input(schedule).query(({ input: { incremental, full, timeZone } }) => {
    const crons = [incremental, full].filter((cron) => cron !== null)
    if (crons.some((cron) => cronProblem(cron) !== null)) return null
    if (timeZone !== null && timeZoneProblem(timeZone) !== null) return null
    return describeSchedule({ incremental, full, ...(timeZone !== null && { timeZone }) }, new Date())
  }),
  /** What the settings say, in plain words, each sentence with the page that changes it. */
  sentences: procedure
    .input(z.object({ settings: settingsSchema }))
    .query(({ input }) => settingsSentences(input.settings)),
  /** The settings as the text of a settings file; secrets are never in it. */
  write: procedure
    .input(z.object({ settings: settingsSchema }))
    .mutation(({ input }) => formatSettings(input.settings)),
  /**
   * The settings in the text of a settings file.
   * @throws ConnectorError (side settings) `not-yaml`, `newer-version`, `invalid-settings`, with every problem and its line
   */
  read: procedure
    .input(z.object({ text: z.string().max(1_000_000), name: z.string().max(300) }))
    .mutation(({ input }) => parseSettings(input.text, input.name)),
})
