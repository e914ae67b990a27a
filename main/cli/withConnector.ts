import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Connector } from '../../app/api/connector.ts'
import { ConnectorError } from '../../app/model/error.ts'
import { composeConnector } from '../compose.ts'
import { systemClock } from '../systemClock.ts'
import { progressLine } from './progressLine.ts'
import type { Terminal } from './terminal.ts'

/** Opens the connector of the data folder for the time of one command. */
export async function withConnector<Result>(
  terminal: Terminal,
  access: 'read' | 'write',
  purpose: string,
  work: (connector: Connector) => Promise<Result>,
): Promise<Result> {
  const { dataFolder } = terminal
  if (!existsSync(join(dataFolder, 'settings.yaml'))) throw noDataFolder(dataFolder)
  const progress = progressLine(process.stderr, () => Date.now())
  const connector = composeConnector({
    dataFolder,
    access,
    purpose,
    environment: process.env,
    clock: systemClock,
    progress: progress.listen,
  })
  try {
    return await work(connector)
  } finally {
    progress.end()
    await connector.close()
  }
}

function noDataFolder(folder: string): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'no-data-folder',
    message: `${folder} is not a data folder: it has no settings.yaml.`,
    remedy: 'Make one with `init --settings FILE`, or name another with --data-dir.',
    place: folder,
  })
}
