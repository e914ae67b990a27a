import { text } from 'node:stream/consumers'
import { readCheckedSettings } from '../../../app/api/configuration/readCheckedSettings.ts'
import { describeDifference } from '../../../app/settings/describeDifference.ts'
import { diffSettings } from '../../../app/settings/diffSettings.ts'
import { formatSettings } from '../../../app/settings/formatSettings.ts'
import type { SecretPurpose } from '../../../app/settings/secretFiles.ts'
import { loadSettings } from '../../../app/settings/settingsFile.ts'
import { settingsWarnings } from '../../../app/settings/settingsWarnings.ts'
import { changeSettings } from '../changeSettings.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { printFindings } from '../printFindings.ts'
import { setSecret } from '../setSecret.ts'
import { UsageError } from '../usageError.ts'

export const addSettings: CommandAdder = (program, run) => {
  const settings = program.command('settings').description('validate, export, import or compare settings')

  settings
    .command('validate <file>')
    .description('check a settings file; needs no data folder and no network')
    .action(async (file: string) =>
      run(async (terminal) => {
        const given = await readCheckedSettings(file)
        const warnings = settingsWarnings(given)
        if (terminal.json) terminal.printJson({ valid: true, warnings })
        else {
          printFindings(warnings, terminal)
          terminal.print(`${file} is valid.`)
        }
        return exitCode.done
      }),
    )

  settings
    .command('export')
    .description('print the saved settings, without any secret')
    .action(async () =>
      run(async (terminal) => {
        const saved = await loadSettings(terminal.dataFolder)
        if (terminal.json) terminal.printJson(saved)
        else terminal.print(formatSettings(saved).trimEnd())
        return exitCode.done
      }),
    )

  settings
    .command('import <file>')
    .description('save the settings of a file; the present ones are kept as settings.previous.yaml')
    .action(async (file: string) =>
      run(async (terminal) => {
        const given = await readCheckedSettings(file)
        const differences = await changeSettings(terminal, () => given)
        if (terminal.json) terminal.printJson({ differences })
        else {
          for (const line of differences.map(describeDifference)) terminal.print(line)
          const done =
            differences.length === 0 ? 'Nothing differs.' : `${differences.length} settings changed. Next: dry-run.`
          terminal.print(done)
        }
        return exitCode.done
      }),
    )

  settings
    .command('diff <file>')
    .description('show what importing a file would change')
    .action(async (file: string) =>
      run(async (terminal) => {
        const given = await readCheckedSettings(file)
        const differences = diffSettings(await loadSettings(terminal.dataFolder), given)
        if (terminal.json) terminal.printJson({ differences })
        else if (differences.length === 0) terminal.print('Nothing differs.')
        else for (const line of differences.map(describeDifference)) terminal.print(line)
        return exitCode.done
      }),
    )

  settings
    .command('set-secret <purpose>')
    .description('read a secret from standard input, keep it in the data folder, and let the settings name it')
    .action(async (purpose: string) =>
      run(async (terminal) => {
        const wanted = purposes.find((each) => each === purpose)
        if (wanted === undefined) throw new UsageError(`A secret is for one of ${purposes.join(', ')}.`)
        const value = (await text(process.stdin)).replace(/\r?\n$/, '')
        if (value === '') throw new UsageError('Standard input holds no secret.')
        await setSecret(terminal, wanted, value)
        if (terminal.json) terminal.printJson({ purpose: wanted, kept: true })
        else terminal.print('The secret is kept, and the settings name it. Next: check.')
        return exitCode.done
      }),
    )
}

const purposes: readonly SecretPurpose[] = ['directory', 'store', 'avatar']
