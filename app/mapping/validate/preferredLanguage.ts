import { languageTag } from './languageTag.ts'
import { type Validated, validWithNote } from './validated.ts'
import type { ValueContext } from './valueContext.ts'

/** As `languageTag`; what is none falls back to the organization's language, where there is one, with a note (DC-20). */
export function preferredLanguage(text: string, { language }: ValueContext): Validated {
  const tag = languageTag(text)
  if (tag.kind === 'valid' || language === null) return tag
  return validWithNote(language, `${tag.problem}; ${language}, the language of the organization, is used`)
}
