import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConnectorError } from '../../../app/model/error.ts'
import type { Installer, InstallOptions } from './installer.ts'
import { runTool } from './runTool.ts'
import { secretVariables } from './secretVariables.ts'
import { serviceCommand } from './serviceCommand.ts'
import { environmentFile, systemdUnit } from './systemdUnit.ts'

const unitFolder = '/etc/systemd/system'

/** Registers the service with systemd. */
export function linuxInstaller({ name, dataFolder, settings, user }: InstallOptions): Installer {
  const unit = `${name}.service`
  const file = join(unitFolder, unit)
  const account = user ?? ownerOf(dataFolder)
  const definition = () => systemdUnit({ name, dataFolder, user: account, command: serviceCommand(dataFolder) })
  return {
    definition,
    async install() {
      refuseWithoutSystemd()
      writeFileSync(file, definition(), { mode: 0o644 })
      await runTool('systemctl', ['daemon-reload'])
      await runTool('systemctl', ['enable', '--now', unit])
      const variables = secretVariables(settings)
      return [
        `${file} is written, and the service is started now and at every start of the computer.`,
        account === 'root' ? `It runs as root: give ${dataFolder} to an account of its own, and install again.` : '',
        variables.length > 0
          ? `The settings look for ${variables.join(' and ')} in the environment: write NAME=value lines into ` +
            `${environmentFile(name)} (mode 0600), then: systemctl restart ${name}.`
          : '',
      ].filter((line) => line !== '')
    },
    async uninstall() {
      refuseWithoutSystemd()
      if (!existsSync(file)) return [`${file} is not there: nothing to do.`]
      await runTool('systemctl', ['disable', '--now', unit])
      rmSync(file)
      await runTool('systemctl', ['daemon-reload'])
      return [`The service is stopped, and ${file} is removed. The data folder ${dataFolder} is as it was.`]
    },
  }
}

function ownerOf(folder: string): string {
  const { uid } = statSync(folder)
  return uid === 0 ? 'root' : String(uid)
}

function refuseWithoutSystemd(): void {
  const remedy = 'See the unit with --print; any service manager can also run `service run`, which stays in front.'
  if (!existsSync('/run/systemd/system')) {
    const message = 'systemd does not run on this computer.'
    throw new ConnectorError({ side: 'connector', code: 'no-service-manager', message, remedy })
  }
  if (process.getuid?.() === 0) return
  const message = `Only root may change ${unitFolder}.`
  throw new ConnectorError({ side: 'connector', code: 'not-root', message, remedy: `Use sudo. ${remedy}` })
}
