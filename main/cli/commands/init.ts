import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readCheckedSettings } from '../../../app/api/configuration/readCheckedSettings.ts'
import { ConnectorError } from '../../../app/model/error.ts'
import { saveSettings } from '../../../app/settings/settingsFile.ts'
import { settingsWarnings } from '../../../app/settings/settingsWarnings.ts'
import { prepareDataFolder } from '../../compose.ts'
import { protectPath } from '../../protectPath.ts'
import { systemClock } from '../../systemClock.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { printFindings } from '../printFindings.ts'

export const addInit: CommandAdder = (program, run) => {
  program
    .command('init')
    .description('make a data folder from a settings file')
    .requiredOption('--settings <file>', 'the settings file (YAML)')
    .action(async ({ settings: file }: { settings: string }) =>
      run(async (terminal) => {
        const settings = await readCheckedSettings(file)
        const { dataFolder } = terminal
        if (existsSync(join(dataFolder, 'settings.yaml'))) throw alreadyThere(dataFolder)
        const isNew = !existsSync(dataFolder)
        prepareDataFolder(dataFolder, systemClock.now())
        if (isNew) await protectPath(dataFolder, 'folder')
        await saveSettings(dataFolder, settings)
        if (terminal.json) terminal.printJson({ dataFolder, name: settings.name })
        else {
          printFindings(settingsWarnings(settings), terminal)
          terminal.print(`${dataFolder} is ready. Next: check, then dry-run.`)
        }
        return exitCode.done
      }),
    )
}

function alreadyThere(folder: string): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'data-folder-exists',
    message: `${folder} is a data folder already; nothing was changed.`,
    remedy: 'Change its settings with `settings import FILE`, or name another folder with --data-dir.',
    place: folder,
  })
}
