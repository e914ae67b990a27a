import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EitherConnector } from '../../app/api/remote/eitherConnector.ts'
import { letADayPass } from '../../app/demo/directory/companyDay.ts'
import type { EmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import { changesIn } from '../../app/model/changesIn.ts'
import { settingsSchema } from '../../app/settings/schema.ts'
import { saveSettings } from '../../app/settings/settingsFile.ts'
import { prepareDataFolder } from '../compose.ts'
import { startDemoCompany } from '../demo/demoCompany.ts'
import { systemClock } from '../systemClock.ts'
import { exitCode } from './exitCode.ts'
import { printRun } from './runResult.ts'
import type { Terminal } from './terminal.ts'
import { untilStopped } from './untilStopped.ts'
import { withConnector } from './withConnector.ts'

/**
 * Shows the whole job on a made-up company, in a folder of its own that is removed afterwards.
 * @param then `stay` keeps directory and store running until the process is asked to end
 * @returns the exit code: 0 when the last dry run finds nothing left to do
 */
export async function showDemo(terminal: Terminal, then: 'end' | 'stay'): Promise<number> {
  await using cleanup = new AsyncDisposableStack()
  const dataFolder = mkdtempSync(join(tmpdir(), 'directory-connector-demo-'))
  cleanup.defer(() => rmSync(dataFolder, { recursive: true, force: true }))

  const company = await startDemoCompany(dataFolder)
  cleanup.use(company)
  prepareDataFolder(dataFolder, systemClock.now())
  await saveSettings(dataFolder, settingsSchema.parse(company.settings))

  const { directory, store, token } = company
  const code = await showTheJob({ ...terminal, dataFolder }, directory)
  if (then === 'stay') {
    terminal.tell(`\nThe directory is at ${directory.url}, the store at ${store.url} (bearer token ${token}).`)
    terminal.tell(`Try other commands with --data-dir ${dataFolder} in another terminal. Ctrl+C ends the demo.`)
    await untilStopped()
  }
  return code
}

/** @returns 0 when the last dry run finds nothing left to do */
async function showTheJob(terminal: Terminal, directory: EmbeddedDirectory): Promise<number> {
  const step = async (title: string, work: (connector: EitherConnector) => ReturnType<EitherConnector['syncFull']>) => {
    if (!terminal.json) terminal.print(`\n── ${title} ──\n`)
    return withConnector(terminal, 'write', 'demo', async (connector) => {
      const result = await work(connector)
      printRun(result, connector, terminal)
      return result
    })
  }
  const first = await step('Dry run: what would change', (connector) => connector.dryRun())
  await step('Apply exactly that plan', (connector) => connector.apply(first.plan.id, []))
  const day = letADayPass(directory)
  if (!terminal.json) terminal.print(['\n── A day at the company ──\n', ...day].join('\n'))
  await step('Incremental sync: what changed, and nothing else', (connector) => connector.syncIncremental())
  const last = await step('Dry run again: nothing left to do', (connector) => connector.dryRun())
  return changesIn(last.plan.counts) === 0 ? exitCode.done : exitCode.changesPending
}
