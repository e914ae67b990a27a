import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningRun } from '../../app/api/serviceStatus.ts'
import { logFiles } from '../../app/events/logFiles.ts'
import { startScheduler } from '../../app/schedule/scheduler.ts'
import { loadSettings } from '../../app/settings/settingsFile.ts'
import manifest from '../../package.json' with { type: 'json' }
import { composeParts } from '../compose.ts'
import { stoppedError } from '../stoppedError.ts'
import { systemClock } from '../systemClock.ts'
import { latestValue } from './latestValue.ts'
import { liveService } from './liveService.ts'
import { releaseMemory } from './releaseMemory.ts'
import { runGate } from './runGate.ts'
import { serviceAddress } from './serviceAddress.ts'
import { serviceEvents } from './serviceEvents.ts'
import { removeServiceFile, writeServiceFile } from './serviceFile.ts'
import { startServiceServer } from './serviceServer.ts'

/** From the signal to the end of the process; TimeoutStopSec of the unit is longer. */
const stopMilliseconds = 8000

export interface ServiceOptions {
  readonly dataFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Called once requests are taken, with where. */
  ready(address: string): void
  /** Resolves when the service is to end. */
  readonly stopped: Promise<void>
}

/**
 * The background service of a data folder: owns schedule and runs, and serves the API on the local socket, until it is
 * stopped. A run that cannot be ended in time is left behind: the process is then to be ended with it, and the next start
 * marks it as interrupted.
 * @throws ConnectorError `locked` when the data folder has a service, or a command that writes, already
 */
export async function runService(options: ServiceOptions): Promise<void> {
  const { dataFolder, environment } = options
  // Whatever the service makes is for its own account alone: socket, token, state, logs.
  process.umask(0o077)
  const now = () => systemClock.now()
  const since = now()
  let settings = await loadSettings(dataFolder)

  const stopping = new AbortController()
  const log = logFiles({ folder: join(dataFolder, 'logs'), largestBytes: 5 * 1024 * 1024, files: 5 })
  const feed = new EventEmitter().setMaxListeners(0)
  const progress = latestValue<RunningRun | null>(null)
  const gate = runGate(now, (running) => {
    progress.set(running)
    if (running === null) void releaseMemory()
  })
  const { connector, state } = composeParts({
    dataFolder,
    access: 'write',
    purpose: 'service',
    environment,
    clock: systemClock,
    progress: (each) => gate.progress(each),
    signal: stopping.signal,
    observe(event) {
      log.write(event)
      feed.emit('event', event)
    },
  })
  const tell = serviceEvents({ state, log, now })
  const readSettings = async () => {
    settings = await loadSettings(dataFolder)
  }
  const service = liveService({ connector, gate, scheduler: () => scheduler, progress, feed, since, readSettings })

  await using _state = atEnd(async () => {
    removeServiceFile(dataFolder)
    // A run that did not end in time still uses the state: both are left to the end of the process.
    if (!gate.running) await connector.close()
  })
  removeServiceFile(dataFolder)
  await using server = await startServiceServer({
    service,
    address: serviceAddress(dataFolder),
    defect: tell.defect,
  })
  tell.note('service-started', `The service (version ${manifest.version}, process ${process.pid}) runs.`)
  const scheduler = startScheduler({
    clock: systemClock,
    schedule: () => settings.schedule,
    control: () => connector.control(),
    saveAttended: (until) => state.control.save({ attendedUntil: until.toISOString() }),
    async run(lane) {
      await gate.free()
      stopping.signal.throwIfAborted()
      await gate.run(lane, 'schedule', () => (lane === 'full' ? connector.syncFull() : connector.syncIncremental()))
    },
    tell: tell.trouble,
  })
  await using _runs = atEnd(async () => {
    stopping.abort(stoppedError())
    const ended = Promise.all([scheduler.stop(), gate.free()])
    await Promise.race([ended, sleep(stopMilliseconds, undefined, { ref: false })])
  })
  // Nobody has the token before this, so nobody is answered before the schedule is there.
  await writeServiceFile(dataFolder, server.door)
  options.ready(server.door.address)
  void releaseMemory()

  await options.stopped
  const active = gate.running ? `; a run (${gate.running.kind}) is stopped` : ''
  tell.note('service-stopping', `The service ends${active}.`)
}

function atEnd(work: () => Promise<void>): AsyncDisposable {
  return { [Symbol.asyncDispose]: work }
}
