import type { Attributes } from '../model/entry.ts'
import type { CompiledMapping } from './compiledMapping.ts'
import type { Steps } from './expression/steps.ts'
import type { ValueContext } from './validate/valueContext.ts'

/** What the values of an entry are read by: its own country if it has a valid one, else the organization's. */
export function contextOf(
  attributes: Attributes,
  { countryRow, organization }: CompiledMapping,
  steps: Steps,
): ValueContext {
  const country = countryRow?.validate(countryRow.evaluate(attributes, steps), organization)
  if (country?.kind !== 'valid' || country.value === '') return organization
  return { country: country.value, language: organization.language }
}
