import { dnKey, isAtOrBelow } from '../../model/dn.ts'
import type { EntryKind } from '../../model/entry.ts'
import { ConnectorError } from '../../model/error.ts'
import { plural } from '../../model/objectKind.ts'
import { type CompiledSelection, compileSelection } from '../../selection/compileSelection.ts'
import type { SelectionSettings } from '../../settings/schema.ts'
import type { DirectoryDraft } from '../directory/directoryBrowser.ts'

/**
 * The selection of one kind as a draft has it, whatever is wrong with the filters of the others.
 * @throws ConnectorError (side settings) as `compileSelection`, and `no-selection` for a draft without one
 */
export function draftSelection(
  { directory, selection }: DirectoryDraft,
  kind: EntryKind,
): { readonly selection: CompiledSelection; readonly filter: string } {
  if (selection === undefined) throw noSelection()
  const compiled = compileSelection(withFilterOf(kind, selection), directory.type)
  return { selection: compiled, filter: compiled.filters[kind].text }
}

export function isExcluded(dn: string, { exclusions }: CompiledSelection): boolean {
  if (exclusions.length === 0) return false
  const key = dnKey(dn)
  return exclusions.some((exclusion) => isAtOrBelow(key, exclusion.key))
}

function withFilterOf(kind: EntryKind, selection: SelectionSettings): SelectionSettings {
  const { users, groups, contacts } = selection
  const plain = {
    ...selection,
    users: { ...users, filter: '' },
    groups: { ...groups, filter: '' },
    contacts: { ...contacts, filter: '' },
  }
  return { ...plain, [plural[kind]]: selection[plural[kind]] }
}

function noSelection(): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'no-selection',
    message: 'Nothing is selected yet.',
    remedy: 'Choose the containers to read first.',
    place: 'selection.baseDns',
  })
}
