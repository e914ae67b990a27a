import { Option } from 'commander'
import type { BrowserAccess } from '../../service/runService.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { UsageError } from '../usageError.ts'

interface RunWords {
  readonly http?: string
  readonly pages?: string
  readonly waitForSettings?: boolean
}

interface InstallWords {
  readonly name: string
  readonly user?: string
  readonly wrapper?: string
  readonly print?: boolean
}

/** What each of them needs is loaded when it is used. */
export const addService: CommandAdder = (program, run) => {
  const service = program.command('service').description('the background service that keeps the schedule')
  const name = () => new Option('--name <name>', 'of the service').default('directory-connector')
  const wrapper = () => new Option('--wrapper <file>', 'the WinSW executable (Windows)')

  service
    .command('run')
    .description('run in front until it is stopped: this is what a service manager starts')
    .option('--http <address>', 'serve browsers of this computer too: 127.0.0.1:PORT (0: any free port)')
    .option('--wait-for-settings', 'start without settings too; they are then made in the window')
    .addOption(new Option('--pages <folder>', 'built pages to serve in place of those that belong to it').hideHelp())
    .action(async ({ http, pages, waitForSettings }: RunWords) =>
      run(async (terminal) => {
        const browser = http === undefined ? undefined : await browserAccess(http, pages)
        const { startService } = await import('../../service/startService.ts')
        return startService(terminal, browser, browser || waitForSettings ? 'wait' : 'refuse')
      }),
    )

  service
    .command('link')
    .description('a link that opens the running service in a browser of this computer; it works once')
    .action(async () =>
      run(async (terminal) => {
        const { showBrowserLink } = await import('../showBrowserLink.ts')
        return showBrowserLink(terminal)
      }),
    )

  service
    .command('install')
    .description('register the service with systemd (Linux) or WinSW (Windows), and start it')
    .addOption(name())
    .option('--user <account>', 'the account to run as (Linux; default: the owner of the data folder)')
    .addOption(wrapper())
    .option('--print', 'only show the definition')
    .action(async (words: InstallWords) =>
      run(async (terminal) => {
        const found = await prepared(terminal.dataFolder, words)
        const definition = found.definition()
        const done = words.print ? [] : await found.install()
        if (terminal.json) terminal.printJson({ definition, installed: !words.print, notes: done })
        else for (const line of words.print ? [definition.trimEnd()] : done) terminal.print(line)
        return exitCode.done
      }),
    )

  service
    .command('uninstall')
    .description('stop the service and take it from the service manager; data and settings stay')
    .addOption(name())
    .addOption(wrapper())
    .action(async (words: InstallWords) =>
      run(async (terminal) => {
        const done = await (await prepared(terminal.dataFolder, words)).uninstall()
        if (terminal.json) terminal.printJson({ notes: done })
        else for (const line of done) terminal.print(line)
        return exitCode.done
      }),
    )

  service
    .command('status')
    .description('what the service does, next and last; exit code 3 when it does not run')
    .action(async () =>
      run(async (terminal) => {
        const { showServiceStatus } = await import('../showServiceStatus.ts')
        return showServiceStatus(terminal)
      }),
    )
}

async function browserAccess(http: string, pages: string | undefined): Promise<BrowserAccess> {
  const { readLoopbackAddress } = await import('../../service/browser/loopbackAddress.ts')
  const { builtPages } = await import('../../service/browser/builtPages.ts')
  return { address: readLoopbackAddress(http), pageFolder: builtPages(pages) }
}

async function prepared(dataFolder: string, { name, user, wrapper }: InstallWords) {
  if (!/^[A-Za-z][\w-]{0,60}$/.test(name))
    throw new UsageError('A service is named with letters, digits, - and _, like directory-connector.')
  if (user !== undefined && !/^[\w][\w.-]*\$?$/.test(user)) throw new UsageError(`"${user}" is no name of an account.`)
  const { loadSettings } = await import('../../../app/settings/settingsFile.ts')
  const { installer } = await import('../../service/install/installer.ts')
  return installer({ name, dataFolder, settings: await loadSettings(dataFolder), user, wrapper })
}
