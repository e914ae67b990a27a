import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Connector } from '../../app/api/connector.ts'
import type { EitherConnector } from '../../app/api/remote/eitherConnector.ts'
import { ConnectorError } from '../../app/model/error.ts'
import type { ProgressListener } from '../../app/model/progress.ts'
import { composeConnector } from '../compose.ts'
import { type FoundService, findService } from '../service/findService.ts'
import { stoppedError } from '../stoppedError.ts'
import { systemClock } from '../systemClock.ts'
import { afterRuns } from './afterRuns.ts'
import { LeftRunning } from './leftRunning.ts'
import { noDataFolder } from './noDataFolder.ts'
import { progressLine } from './progressLine.ts'
import type { Terminal } from './terminal.ts'

/**
 * Opens the connector of the data folder for the time of one command. Where a service runs, it does what writes or needs
 * the network; otherwise this process does, under the same lock. What is recorded is always read directly.
 */
export async function withConnector<Result>(
  terminal: Terminal,
  access: 'read' | 'write',
  purpose: string,
  work: (connector: EitherConnector) => Promise<Result>,
): Promise<Result> {
  const { dataFolder } = terminal
  if (!existsSync(join(dataFolder, 'settings.yaml'))) throw noDataFolder(dataFolder)
  if (access === 'read') return reading(terminal, purpose, work)
  const found = await findService(dataFolder)
  if (found) return throughService(found, terminal, purpose, work)
  try {
    return await inThisProcess(terminal, purpose, work)
  } catch (error) {
    // A service that was just starting holds the lock before it can be found.
    const starting = error instanceof ConnectorError && error.code === 'locked' ? await findService(dataFolder) : null
    if (starting) return throughService(starting, terminal, purpose, work)
    throw error
  }
}

type Work<Result> = (connector: EitherConnector) => Promise<Result>

async function reading<Result>(terminal: Terminal, purpose: string, work: Work<Result>): Promise<Result> {
  const recorded = open(terminal, 'read', purpose, () => {})
  const first = async <Answer>(ask: (connector: EitherConnector) => Promise<Answer>): Promise<Answer> => {
    const found = await findService(terminal.dataFolder)
    return ask(found ? await remote(found, recorded, new AbortController().signal) : recorded)
  }
  try {
    return await work({
      ...recorded,
      check: () => first((connector) => connector.check()),
      explain: (who) => first((connector) => connector.explain(who)),
      evaluate: (expression, who) => first((connector) => connector.evaluate(expression, who)),
      tryAvatar: (who) => first((connector) => connector.tryAvatar(who)),
      directory: {
        ...recorded.directory,
        containers: (draft, dn) => first(({ directory }) => directory.containers(draft, dn)),
        count: (draft, kind, upTo) => first(({ directory }) => directory.count(draft, kind, upTo)),
      },
    })
  } finally {
    await recorded.close()
  }
}

async function throughService<Result>(
  found: FoundService,
  terminal: Terminal,
  purpose: string,
  work: Work<Result>,
): Promise<Result> {
  const leaving = new AbortController()
  const leave = () => leaving.abort()
  process.once('SIGINT', leave)
  const progress = progressLine(process.stderr, () => Date.now())
  const shown = process.stderr.isTTY
    ? found.client.progress.subscribe(undefined, {
        onData: ({ running }) => running?.progress && progress.listen(running.progress),
        onError: () => progress.end(),
      })
    : null
  const unshow = () => {
    shown?.unsubscribe()
    progress.end()
  }
  const recorded = open(terminal, 'read', purpose, () => {})
  try {
    return await work(afterRuns(await remote(found, recorded, leaving.signal), unshow))
  } catch (error) {
    throw leaving.signal.aborted ? new LeftRunning() : error
  } finally {
    process.off('SIGINT', leave)
    unshow()
    await recorded.close()
  }
}

async function inThisProcess<Result>(terminal: Terminal, purpose: string, work: Work<Result>): Promise<Result> {
  const stopping = new AbortController()
  const stop = () => {
    terminal.tell('Stopping: what was begun is finished and recorded first. Once more ends it at once.')
    stopping.abort(stoppedError())
  }
  const progress = progressLine(process.stderr, () => Date.now())
  const connector = open(terminal, 'write', purpose, progress.listen, stopping.signal)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    return await work(afterRuns(connector, progress.end))
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    progress.end()
    await connector.close()
  }
}

async function remote(found: FoundService, recorded: Connector, signal: AbortSignal): Promise<EitherConnector> {
  const { remoteConnector } = await import('../../app/api/remote/remoteConnector.ts')
  return remoteConnector({ client: found.client, recorded, signal })
}

function open(
  { dataFolder }: Terminal,
  access: 'read' | 'write',
  purpose: string,
  progress: ProgressListener,
  signal: AbortSignal = new AbortController().signal,
): Connector {
  return composeConnector({
    dataFolder,
    access,
    purpose,
    environment: process.env,
    clock: systemClock,
    progress,
    signal,
  })
}
