import { composeConnector } from '../../main/compose.ts'
import { leapingClock } from '../fakes/leapingClock.ts'

/**
 * A process that makes one sync in the data folder given as its first argument; the second is `full` or `incremental`.
 * Prints `begun`, then the status of the run or the code of the error.
 */
const [dataFolder = '', kind = 'full'] = process.argv.slice(2)
process.stdout.write('begun\n')
try {
  const connector = composeConnector({
    dataFolder,
    access: 'write',
    purpose: `${kind} sync`,
    environment: process.env,
    clock: leapingClock(new Date()),
    progress: () => {},
  })
  const { run } = await (kind === 'full' ? connector.syncFull() : connector.syncIncremental())
  await connector.close()
  process.stdout.write(`${run.status}\n`)
} catch (error) {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error
  process.stdout.write(`${isCoded ? error.code : error}\n`)
  process.exitCode = 1
}
