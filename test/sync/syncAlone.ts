import { composeConnector } from '../../main/compose.ts'
import { systemClock } from '../../main/systemClock.ts'

/** A process that makes one full sync in the data folder given as its argument. */
const [dataFolder = ''] = process.argv.slice(2)
const connector = composeConnector({
  dataFolder,
  access: 'write',
  purpose: 'full sync',
  environment: process.env,
  clock: systemClock,
  progress: () => {},
})
await connector.syncFull()
await connector.close()
