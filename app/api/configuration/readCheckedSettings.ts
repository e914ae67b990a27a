import { compileMapping } from '../../mapping/compileMapping.ts'
import { compileSelection } from '../../selection/compileSelection.ts'
import { readSettingsFile } from '../../settings/readSettingsFile.ts'
import type { Settings } from '../../settings/schema.ts'

/**
 * Reads a settings file and checks everything that can be checked without a network: the schema, and also DNs, filters
 * and expressions.
 * @throws ConnectorError (side settings)
 */
export async function readCheckedSettings(file: string): Promise<Settings> {
  const settings = await readSettingsFile(file)
  compileSelection(settings.selection, settings.directory.type)
  compileMapping(settings.mapping, settings.directory.type, null, settings.organization)
  return settings
}
