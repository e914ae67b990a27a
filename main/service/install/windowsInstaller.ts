import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConnectorError } from '../../../app/model/error.ts'
import type { Installer, InstallOptions } from './installer.ts'
import { runTool } from './runTool.ts'
import { secretVariables } from './secretVariables.ts'
import { serviceCommand } from './serviceCommand.ts'
import { winswXml } from './winswXml.ts'

/**
 * Registers the service with Windows through WinSW: a Node process cannot answer Windows' service manager itself, and the
 * wrapper does. It is looked for beside the program, where only administrators can put it: whoever can exchange it, is
 * the service.
 */
export function windowsInstaller({ name, dataFolder, settings, wrapper }: InstallOptions): Installer {
  const executable = wrapper ?? join(import.meta.dirname, '../../../service', `${name}-service.exe`)
  const file = executable.replace(/\.exe$/i, '.xml')
  const definition = () => winswXml({ name, dataFolder, command: serviceCommand(dataFolder) })
  return {
    definition,
    async install() {
      refuseWithoutWrapper(executable)
      writeFileSync(file, definition())
      await runTool(executable, ['install'])
      await runTool(executable, ['start'])
      const variables = secretVariables(settings)
      return [
        `${file} is written, and the service ${name} is started now and at every start of the computer.`,
        variables.length > 0
          ? `The settings look for ${variables.join(' and ')} in the environment: make them variables of the system, or ` +
            `better let the settings name a file ({ file: PATH }), then restart the service.`
          : '',
      ].filter((line) => line !== '')
    },
    async uninstall() {
      refuseWithoutWrapper(executable)
      if (!existsSync(file)) return [`${file} is not there: nothing to do.`]
      await runTool(executable, ['stop'])
      await runTool(executable, ['uninstall'])
      rmSync(file)
      return [`The service ${name} is stopped and removed. The data folder ${dataFolder} is as it was.`]
    },
  }
}

function refuseWithoutWrapper(executable: string): void {
  if (existsSync(executable)) return
  throw new ConnectorError({
    side: 'connector',
    code: 'no-service-wrapper',
    message: `The service wrapper ${executable} is not there.`,
    remedy:
      'Put the executable of WinSW (version 2 or 3) there under that name, or name it with --wrapper FILE; --print shows ' +
      'the definition for any other wrapper.',
    place: executable,
  })
}
