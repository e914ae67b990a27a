import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import type { MappedSample } from '../../../app/api/directory/directoryBrowser.ts'
import type { RowTrace } from '../../../app/mapping/traceRows.ts'
import type { CloudAttribute } from '../../../app/model/cloudAttribute.ts'
import type { MappingSettings } from '../../../app/settings/schema.ts'
import { problemAt } from '../draft/problemsAt.ts'

export type DefaultMapping = Readonly<Record<CloudAttribute, string | null>>

/** One row of the mapping as the table shows it. */
export interface MappingRow {
  readonly attribute: CloudAttribute
  /** What stands in it; null where it is off. */
  readonly expression: string | null
  readonly origin: 'default' | 'settings'
  readonly defaultExpression: string | null
  /** Without it nobody could be told apart, or disabled accounts would stay active: it cannot be switched off. */
  readonly isRequired: boolean
  readonly problem: FieldProblem | undefined
  /** What it gives for the chosen person; undefined where that is not known, or the row is off. */
  readonly trace: RowTrace | undefined
  /** Of how many people it gives a valid value that is not empty. */
  readonly tried: { readonly valid: number; readonly of: number } | null
}

const required: readonly CloudAttribute[] = ['uid', 'ds-pwp-account-disabled']

/** The rows of the mapping in their order, with what they give for real people. */
export function mappingRows(
  defaults: DefaultMapping,
  settings: MappingSettings,
  problems: readonly FieldProblem[],
  people: { readonly chosen: MappedSample | undefined; readonly others: readonly MappedSample[] },
): readonly MappingRow[] {
  return (Object.keys(defaults) as CloudAttribute[]).map((attribute) => {
    const given = settings[attribute]
    const expression = given === undefined ? defaults[attribute] : given
    return {
      attribute,
      expression,
      origin: given === undefined ? 'default' : 'settings',
      defaultExpression: defaults[attribute],
      isRequired: required.includes(attribute),
      problem: problemAt(problems, `mapping.${attribute}`),
      trace: expression === null ? undefined : traceOf(people.chosen, attribute),
      tried: expression === null ? null : triedBy(people.others, attribute),
    }
  })
}

/** A row of a mapping with another expression; `undefined` puts the default back. */
export function withRow(
  settings: MappingSettings,
  attribute: CloudAttribute,
  expression: string | null | undefined,
): MappingSettings {
  const { [attribute]: _, ...others } = settings
  return expression === undefined ? others : { ...others, [attribute]: expression }
}

function traceOf(person: MappedSample | undefined, attribute: CloudAttribute): RowTrace | undefined {
  return person?.rows.find((row) => row.attribute === attribute)
}

function triedBy(people: readonly MappedSample[], attribute: CloudAttribute): MappingRow['tried'] {
  if (people.length === 0) return null
  const valid = people.filter((person) => {
    const validated = traceOf(person, attribute)?.validated
    return validated?.kind === 'valid' && validated.value !== ''
  })
  return { valid: valid.length, of: people.length }
}
