import type { SettingsDifference, SettingsValue } from '../../../app/settings/diffSettings.ts'
import { texts } from '../../texts/texts.ts'

/** A setting by its name on the page, and what becomes of it. */
export interface DescribedDifference {
  readonly label: string
  readonly words: string
}

/** One difference of settings, in words. */
export function describeDifference(difference: SettingsDifference): DescribedDifference {
  return { label: labelOf(difference.path), words: wordsOf(difference) }
}

function labelOf(path: string): string {
  const { names, mappingOf, limitOf } = texts.configure.settings
  const own = Object.entries(names).find(([name]) => name === path)?.[1]
  if (own !== undefined) return own
  const [section = '', ...rest] = path.split('.')
  if (section === 'mapping') return mappingOf(rest.join('.'))
  if (section === 'guards') return limitOf(rest)
  return path
}

function wordsOf(difference: SettingsDifference): string {
  const { becomes, backToDefault, listChange } = texts.configure.settings
  switch (difference.kind) {
    case 'added':
      return valueWords(difference.after)
    case 'removed':
      return difference.path.startsWith('mapping.') ? backToDefault : becomes(valueWords(difference.before), '')
    case 'changed': {
      const { before, after } = difference
      if (!isListOfTexts(before) || !isListOfTexts(after)) return becomes(valueWords(before), valueWords(after))
      return listChange(
        after.filter((one) => !before.includes(one)),
        before.filter((one) => !after.includes(one)),
      )
    }
  }
}

function valueWords(value: SettingsValue): string {
  const { on, off, none, empty, secretFrom, secretInFile } = texts.configure.settings
  if (value === null) return none
  if (value === '') return empty
  if (typeof value === 'boolean') return value ? on : off
  if (typeof value === 'string') return value
  if (typeof value === 'number') return value.toLocaleString('en-US')
  if (Array.isArray(value)) return value.length === 0 ? none : value.map(valueWords).join(', ')
  const section = Object.entries(value)
  const [first] = section
  if (first?.[0] === 'env' && typeof first[1] === 'string') return secretFrom(first[1])
  if (first?.[0] === 'file') return secretInFile
  return section.map(([name, inner]) => `${name} ${valueWords(inner)}`).join(', ')
}

function isListOfTexts(value: SettingsValue): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
