import { readCheckedSettings } from '../../../app/api/configuration/readCheckedSettings.ts'
import { changesIn } from '../../../app/model/changesIn.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { printRun } from '../runResult.ts'
import { reportFormat, saveReport } from '../saveReport.ts'
import { checkPlace } from '../wholeFile.ts'
import { withConnector } from '../withConnector.ts'

interface Options {
  readonly settings?: string
  readonly fromSnapshot?: boolean
  readonly save?: string
  readonly detailedExitcode?: boolean
}

export const addDryRun: CommandAdder = (program, run) => {
  program
    .command('dry-run')
    .description('show what would change; writes nothing to the store')
    .option('--settings <file>', 'plan with these settings, which are not saved')
    .option('--from-snapshot', 'plan from what is held of the directory and its changes, without reading it whole')
    .option('--save <file>', 'save the report as .csv, .json or .html')
    .option('--detailed-exitcode', 'exit with 2 when changes are pending')
    .action(async ({ settings: file, fromSnapshot, save, detailedExitcode }: Options) =>
      run(async (terminal) => {
        const format = save === undefined ? undefined : reportFormat(save)
        if (save !== undefined) await checkPlace(save, 'report')
        const unsaved = file === undefined ? undefined : await readCheckedSettings(file)
        return withConnector(terminal, 'write', 'dry run', async (connector) => {
          const result = await connector.dryRun({
            ...(unsaved && { unsaved }),
            from: fromSnapshot ? 'snapshot' : 'directory',
          })
          const code = printRun(result, connector, terminal, unsaved === undefined ? 'saved' : 'unsaved')
          if (save !== undefined && format !== undefined) await saveReport(connector.plan(result.plan.id), save, format)
          if (save !== undefined && !terminal.json) terminal.print(`The report is in ${save}.`)
          if (result.plan.halted.length > 0) return exitCode.halted
          return code === exitCode.done && detailedExitcode && changesIn(result.plan.counts) > 0
            ? exitCode.changesPending
            : code
        })
      }),
    )
}
