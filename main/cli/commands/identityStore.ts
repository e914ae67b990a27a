import { InvalidArgumentError, Option } from 'commander'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { untilStopped } from '../untilStopped.ts'

interface Options {
  readonly port: number
  readonly db: string
  readonly token: string
  readonly profile: 'generic' | 'webex'
}

export const addIdentityStore: CommandAdder = (program, run) => {
  program
    .command('identity-store')
    .description('run the embedded SCIM 2.0 store alone, until it is stopped')
    .requiredOption('--port <port>', 'the port to listen on, on this computer only', readPort)
    .requiredOption('--db <file>', 'the SQLite file that keeps the resources')
    .requiredOption('--token <token>', 'the bearer token that clients show')
    .addOption(new Option('--profile <profile>', 'which store to be').choices(['generic', 'webex']).default('generic'))
    .action(async ({ port, db: file, token, profile }: Options) =>
      run(async (terminal) => {
        const { startIdentityStore } = await import('../../../app/demo/store/identityStore.ts')
        const store = await startIdentityStore({ port, file, token, profile })
        if (terminal.json) terminal.printJson({ url: store.url, tokenUrl: store.tokenUrl })
        else terminal.print(`Listening at ${store.url}`)
        await untilStopped()
        await store.close()
        return exitCode.done
      }),
    )
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('It is a number from 0 (any free one) to 65535.')
  return port
}
