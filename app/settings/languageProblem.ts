import { languageTag } from '../mapping/validate/languageTag.ts'

/** What is wrong with a language in the settings, as the end of a sentence; null when it is one, as `xx-YY`. */
export function languageProblem(text: string): string | null {
  const tag = languageTag(text)
  if (tag.kind === 'valid' && tag.value === text) return null
  const example = tag.kind === 'valid' ? tag.value : 'en-US'
  return `must be a language with its country, like ${example}`
}
