import { Command, CommanderError } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import type { CommandRunner } from './command.ts'
import { addApply } from './commands/apply.ts'
import { addAvatar } from './commands/avatar.ts'
import { addCheck } from './commands/check.ts'
import { addDemo } from './commands/demo.ts'
import { addDirectory } from './commands/directory.ts'
import { addDryRun } from './commands/dryRun.ts'
import { addEvents } from './commands/events.ts'
import { addExplain } from './commands/explain.ts'
import { addExpression } from './commands/expression.ts'
import { addFind } from './commands/find.ts'
import { addIdentityStore } from './commands/identityStore.ts'
import { addInit } from './commands/init.ts'
import { addMode } from './commands/mode.ts'
import { addPause } from './commands/pause.ts'
import { addPlans } from './commands/plans.ts'
import { addResume } from './commands/resume.ts'
import { addRuns } from './commands/runs.ts'
import { addSchedule } from './commands/schedule.ts'
import { addService } from './commands/service.ts'
import { addSetAside } from './commands/setAside.ts'
import { addSettings } from './commands/settings.ts'
import { addStatus } from './commands/status.ts'
import { addSync } from './commands/sync.ts'
import { exitCode } from './exitCode.ts'
import { LeftRunning } from './leftRunning.ts'
import { printError } from './printError.ts'
import { systemTerminal } from './systemTerminal.ts'
import { UsageError } from './usageError.ts'

const commands = [
  addInit,
  addSettings,
  addCheck,
  addStatus,
  addDirectory,
  addDryRun,
  addPlans,
  addApply,
  addSync,
  addExplain,
  addFind,
  addExpression,
  addAvatar,
  addRuns,
  addSetAside,
  addService,
  addSchedule,
  addMode,
  addPause,
  addResume,
  addEvents,
  addIdentityStore,
  addDemo,
]

/** Runs one command line and gives its exit code. `words` are what follows the name of the program. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  let code: number = exitCode.done
  const program = new Command('directory-connector')
    .description(manifest.description)
    .version(manifest.version)
    .option('--data-dir <dir>', 'the data folder (default: DIRECTORY_CONNECTOR_DATA, or a folder of the system)')
    .option('--json', 'print results as JSON')
    .option('--verbose', 'tell more when something goes wrong')
    .exitOverride()
    .showHelpAfterError('(--help lists what there is)')

  const run: CommandRunner = async (work) => {
    const terminal = systemTerminal(program.opts())
    try {
      code = await work(terminal)
    } catch (error) {
      if (error instanceof UsageError) program.error(`error: ${error.message}`)
      if (error instanceof LeftRunning) {
        terminal.tell('The service goes on with it. How far it is: service status; how it ended: runs list.')
        code = exitCode.leftRunning
        return
      }
      printError(error, terminal)
      code = exitCode.error
    }
  }
  for (const add of commands) add(program, run)

  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    code = error.exitCode === 0 ? exitCode.done : exitCode.usage
  }
  return code
}
