import { configureTexts } from './configure.ts'
import { dashboardTexts } from './dashboard.ts'
import { eventTexts } from './events.ts'
import { firstStartTexts } from './firstStart.ts'
import { frameTexts } from './frame.ts'
import { helpTexts } from './help.ts'
import { paletteTexts } from './palette.ts'
import { peopleTexts } from './people.ts'
import { planTexts } from './plan.ts'
import { runTexts } from './runs.ts'
import { sharedTexts } from './shared.ts'
import { updateTexts } from './updates.ts'

/** Every text that the window itself says, one part for each page; a translation is another such value. */
export const texts = {
  ...sharedTexts,
  frame: frameTexts,
  dashboard: dashboardTexts,
  plan: planTexts,
  runs: runTexts,
  people: peopleTexts,
  events: eventTexts,
  configure: configureTexts,
  help: helpTexts,
  palette: paletteTexts,
  firstStart: firstStartTexts,
  updates: updateTexts,
} as const
