import { compileMapping } from '../../mapping/compileMapping.ts'
import { cloudAttributes } from '../../model/cloudAttribute.ts'
import { ConnectorError } from '../../model/error.ts'
import { compileSelection } from '../../selection/compileSelection.ts'
import type { MappingSettings, SelectionSettings, Settings } from '../../settings/schema.ts'
import type { FieldProblem } from './configuration.ts'
import { errorFieldProblem } from './fieldProblem.ts'

type DirectoryType = Settings['directory']['type']

/** Everything that is wrong with bases, exclusions and filters, not only the first of it. */
export function selectionProblems(selection: SelectionSettings, type: DirectoryType): readonly FieldProblem[] {
  const { users, groups, contacts } = selection
  const plain = {
    ...selection,
    users: { ...users, filter: '' },
    groups: { ...groups, filter: '' },
    contacts: { ...contacts, filter: '' },
  }
  const places = problemOf('selection', () => compileSelection(plain, type))
  if (places.length > 0) return places
  const tries: readonly SelectionSettings[] = [
    { ...plain, users },
    { ...plain, groups },
    { ...plain, contacts },
  ]
  return tries.flatMap((each) => problemOf('selection', () => compileSelection(each, type)))
}

/** Everything that is wrong with the rows of a mapping, as far as it shows without the directory's schema. */
export function mappingProblems(mapping: MappingSettings, type: DirectoryType): readonly FieldProblem[] {
  return cloudAttributes
    .filter((attribute) => mapping[attribute] !== undefined)
    .flatMap((attribute) =>
      problemOf(`mapping.${attribute}`, () => compileMapping({ [attribute]: mapping[attribute] }, type, null, {})),
    )
}

function problemOf(section: string, compile: () => unknown): readonly FieldProblem[] {
  try {
    compile()
    return []
  } catch (error) {
    if (error instanceof ConnectorError) return [errorFieldProblem(error, section)]
    throw error
  }
}
