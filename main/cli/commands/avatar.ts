import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { AvatarTrial } from '../../../app/api/avatar/avatarTrial.ts'
import { tryPattern } from '../../../app/api/avatar/tryPattern.ts'
import { readSecret } from '../../../app/settings/readSecret.ts'
import { avatarText } from '../avatarText.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usageError.ts'
import { checkPlace, saveWhole } from '../wholeFile.ts'
import { withConnector } from '../withConnector.ts'

interface Options {
  readonly user?: string
  readonly pattern?: string
  readonly value?: string
  readonly credentialFile?: string
  readonly allowPrivateAddresses?: true
  readonly save?: string
}

export const addAvatar: CommandAdder = (program, run) => {
  program
    .command('avatar')
    .description('pictures of people')
    .command('test')
    .description('find one picture, with the settings for a real user, or with a pattern and a value; syncs nothing')
    .option('--user <name>', 'e-mail address or DN of a user; with --pattern, the user at the resource server')
    .option('--pattern <pattern>', 'try this URI pattern, without directory and settings')
    .option('--value <value>', 'with --pattern: the value of every attribute in it')
    .option('--credential-file <file>', 'with --pattern: file with the password of --user at the resource server')
    .option('--allow-private-addresses', 'with --pattern: the server may be in the own network, or this machine')
    .option('--save <file>', 'save the picture')
    .action(async (options: Options) =>
      run(async (terminal) => {
        checkUsage(options)
        const { save } = options
        if (save !== undefined) await checkPlace(save, 'picture')
        const trial = await find(options, terminal)
        if (save !== undefined) {
          await saveWhole(save, 'picture', (temporary) => writeFile(temporary, trial.content, 'base64'))
        }
        const { content: _, ...shown } = trial
        if (terminal.json) terminal.printJson({ ...shown, saved: save === undefined ? null : resolve(save) })
        else for (const line of avatarText(trial, save)) terminal.print(line)
        return exitCode.done
      }),
    )
}

function checkUsage({ user, pattern, value, credentialFile, allowPrivateAddresses }: Options): void {
  if (pattern === undefined) {
    if (user === undefined) throw new UsageError('avatar test needs --user EMAIL, or --pattern P with --value V.')
    if (value !== undefined || credentialFile !== undefined || allowPrivateAddresses !== undefined)
      throw new UsageError('--value, --credential-file and --allow-private-addresses belong to --pattern.')
  } else {
    if (value === undefined) throw new UsageError('--pattern needs --value V.')
    if ((user === undefined) !== (credentialFile === undefined))
      throw new UsageError('With --pattern, --user and --credential-file are the credential: give both, or neither.')
    if (user?.includes(':')) throw new UsageError('--user must not hold a colon with --pattern.')
  }
}

async function find(options: Options, terminal: Terminal): Promise<AvatarTrial> {
  const { user = '', pattern, value = '', credentialFile, allowPrivateAddresses } = options
  if (pattern === undefined)
    return withConnector(terminal, 'read', 'avatar test', (connector) => connector.tryAvatar(user))
  const secret =
    credentialFile === undefined ? null : await readSecret({ file: credentialFile }, process.cwd(), process.env)
  return tryPattern(pattern, value, {
    credential: secret && { user, password: secret.value },
    addresses: allowPrivateAddresses ? 'any' : 'public',
  })
}
