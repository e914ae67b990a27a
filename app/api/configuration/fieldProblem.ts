import type { ConnectorError } from '../../model/error.ts'
import { pathText, type SettingsProblem } from '../../settings/settingsProblem.ts'
import type { FieldProblem } from './configuration.ts'

/** `mapping.title, position 4`, `selection.baseDns, entry 2`. */
const placeWithNumber = /^(?<place>.*), (?<what>position|entry) (?<number>\d+)$/

/** What the schema has against a setting, for the field that shows it. */
export function schemaFieldProblem({ path, message }: SettingsProblem): FieldProblem {
  return { place: pathText(path), message: sentence(message), position: null }
}

/** What is wrong with a filter, a DN or an expression, for the field that shows it; `section` where nothing says where. */
export function errorFieldProblem(error: ConnectorError, section: string): FieldProblem {
  const message = `${error.message} ${error.remedy}`.trim()
  const { place = section } = error
  const { place: setting = place, what, number } = placeWithNumber.exec(place)?.groups ?? {}
  switch (what) {
    case 'position':
      return { place: setting, message, position: Number(number) }
    case 'entry':
      return { place: `${setting}[${Number(number) - 1}]`, message, position: null }
    default:
      return { place, message, position: null }
  }
}

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.?]$/.test(begun) ? begun : `${begun}.`
}
