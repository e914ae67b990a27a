import { Command, CommanderError } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import type { CommandRunner } from './cli/command.ts'
import { addApply } from './cli/commands/apply.ts'
import { addCheck } from './cli/commands/check.ts'
import { addDemo } from './cli/commands/demo.ts'
import { addDryRun } from './cli/commands/dryRun.ts'
import { addEvents } from './cli/commands/events.ts'
import { addExplain } from './cli/commands/explain.ts'
import { addExpression } from './cli/commands/expression.ts'
import { addIdentityStore } from './cli/commands/identityStore.ts'
import { addInit } from './cli/commands/init.ts'
import { addPlans } from './cli/commands/plans.ts'
import { addRuns } from './cli/commands/runs.ts'
import { addSettings } from './cli/commands/settings.ts'
import { addSync } from './cli/commands/sync.ts'
import { exitCode } from './cli/exitCode.ts'
import { printError } from './cli/printError.ts'
import { systemTerminal } from './cli/systemTerminal.ts'
import { UsageError } from './cli/usageError.ts'

const commands = [
  addInit,
  addSettings,
  addCheck,
  addDryRun,
  addPlans,
  addApply,
  addSync,
  addExplain,
  addExpression,
  addRuns,
  addEvents,
  addIdentityStore,
  addDemo,
]

/** Runs one command line and gives its exit code. `words` are what follows the name of the program. */
async function runCommandLine(words: readonly string[]): Promise<number> {
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

process.exitCode = await runCommandLine(process.argv.slice(2))
