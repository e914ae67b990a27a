import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningRun } from '../../app/api/overview/serviceStatus.ts'
import { logFiles } from '../../app/events/logFiles.ts'
import { startScheduler } from '../../app/schedule/scheduler.ts'
import type { Settings } from '../../app/settings/schema.ts'
import { findSettings } from '../../app/settings/settingsFile.ts'
import manifest from '../../package.json' with { type: 'json' }
import { composeConnector, composeParts } from '../compose.ts'
import { serviceDemo } from '../demo/serviceDemo.ts'
import { stoppedError } from '../stoppedError.ts'
import { systemClock } from '../systemClock.ts'
import { apiHandler } from './apiHandler.ts'
import { type BrowserServer, startBrowserServer } from './browser/browserServer.ts'
import type { LoopbackAddress } from './browser/loopbackAddress.ts'
import { noBrowserAccess } from './browser/noBrowserAccess.ts'
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

/** Of a service that waits for settings. */
const nothingDue: Settings['schedule'] = { incremental: null, full: null }

export interface ServiceOptions {
  readonly dataFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What to do without settings that can be used: `wait` for them, for somebody who makes or mends them in the window. */
  readonly withoutSettings: 'refuse' | 'wait'
  /** Serves browsers of this computer too. */
  readonly browser?: BrowserAccess
  /** Called once requests are taken, with where. */
  ready(door: ReadyService): void
  /** Resolves when the service is to end. */
  readonly stopped: Promise<void>
}

export interface BrowserAccess {
  readonly address: LoopbackAddress
  /** The built pages. */
  readonly pageFolder: string
}

export interface ReadyService {
  /** The local socket or named pipe. */
  readonly address: string
  /** Lets one browser in; null when browsers are not served. */
  readonly link: string | null
}

/**
 * The background service of a data folder: owns schedule and runs, and serves the API on the local socket, until it is
 * stopped. A run that cannot be ended in time is left behind: the process is then to be ended with it, and the next start
 * marks it as interrupted. While it waits for settings nothing is due, and whatever needs them is refused (`not-set-up`).
 * @throws ConnectorError as `findSettings`, unless it is to wait for settings; `locked` when the data folder has a service, or
 * a command that writes, already; `port-not-free` when browsers cannot be served there
 */
export async function runService(options: ServiceOptions): Promise<void> {
  const { dataFolder, environment } = options
  // Whatever the service makes is for its own account alone: socket, token, state, logs.
  process.umask(0o077)
  const now = () => systemClock.now()
  const since = now()
  let unusable: unknown
  let settings = await findSettings(dataFolder).then(
    (found) => found?.settings ?? null,
    (error) => {
      if (options.withoutSettings === 'refuse') throw error
      unusable = error
      return null
    },
  )

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
    settings = (await findSettings(dataFolder))?.settings ?? null
  }
  let browsers: BrowserServer | undefined
  const browserLink = () => {
    if (browsers === undefined) throw noBrowserAccess()
    return browsers.makeLink()
  }
  const demo = serviceDemo({ dataFolder, configuration: connector.configuration })
  const service = liveService({
    connector,
    demo,
    gate,
    scheduler: () => scheduler,
    progress,
    feed,
    since,
    readSettings,
    browserLink,
  })
  const openRecorded = () =>
    composeConnector({
      dataFolder,
      access: 'read',
      purpose: 'report',
      environment,
      clock: systemClock,
      progress: () => {},
    })
  const answer = apiHandler({ service, openRecorded, defect: tell.defect })

  await using _state = atEnd(async () => {
    removeServiceFile(dataFolder)
    // A run that did not end in time still uses the state: both are left to the end of the process.
    if (!gate.running) await connector.close()
  })
  removeServiceFile(dataFolder)
  await using _demo = demo
  if (settings) await demo.resume(settings).catch(tell.demoFailed)
  await using server = await startServiceServer({ address: serviceAddress(dataFolder), answer })
  await using browserServer = options.browser
    ? await startBrowserServer({ ...options.browser, answer, now: () => performance.now() })
    : undefined
  browsers = browserServer
  tell.note('service-started', `The service (version ${manifest.version}, process ${process.pid}) runs.`)
  if (unusable) tell.settingsFailed(unusable)
  const scheduler = startScheduler({
    clock: systemClock,
    schedule: () => settings?.schedule ?? nothingDue,
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
  options.ready({ address: server.door.address, link: browsers?.makeLink() ?? null })
  void releaseMemory()

  await options.stopped
  const active = gate.running ? `; a run (${gate.running.kind}) is stopped` : ''
  tell.note('service-stopping', `The service ends${active}.`)
}

function atEnd(work: () => Promise<void>): AsyncDisposable {
  return { [Symbol.asyncDispose]: work }
}
