import type { Configuration } from '../../app/api/configuration/configuration.ts'
import { diffSettings, type SettingsDifference } from '../../app/settings/diffSettings.ts'
import type { Settings, SettingsInput } from '../../app/settings/schema.ts'
import { noDataFolder } from './noDataFolder.ts'
import type { Terminal } from './terminal.ts'
import { withConnector } from './withConnector.ts'

/**
 * Saves other settings over those of the data folder; a running service takes them over at once. Comments in the file stay.
 * @returns what differs now
 * @throws ConnectorError as `Configuration.save`
 */
export function changeSettings(
  terminal: Terminal,
  change: (settings: Settings, configuration: Configuration) => SettingsInput | Promise<SettingsInput>,
): Promise<readonly SettingsDifference[]> {
  return withConnector(terminal, 'write', 'settings', async ({ configuration }) => {
    const saved = await configuration.saved()
    if (saved === null) throw noDataFolder(terminal.dataFolder)
    const { settings } = await configuration.save(await change(saved.settings, configuration), saved.revision)
    return diffSettings(saved.settings, settings)
  })
}
