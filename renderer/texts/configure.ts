import { avatarTexts } from './configure/avatars.ts'
import { generalTexts } from './configure/general.ts'
import { guardTexts } from './configure/guards.ts'
import { mappingTexts } from './configure/mapping.ts'
import { scheduleTexts } from './configure/schedule.ts'
import { selectionTexts } from './configure/selection.ts'
import { shellTexts } from './configure/shell.ts'

/** Texts of the pages on which the connector is configured. */
export const configureTexts = {
  ...shellTexts,
  ...generalTexts,
  ...selectionTexts,
  ...mappingTexts,
  ...avatarTexts,
  ...scheduleTexts,
  ...guardTexts,
} as const
