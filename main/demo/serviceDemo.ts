import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Configuration } from '../../app/api/configuration/configuration.ts'
import { demoSettings } from '../../app/demo/demoSettings.ts'
import { letADayPass } from '../../app/demo/directory/companyDay.ts'
import { companyAccount } from '../../app/demo/directory/companyEntries.ts'
import { ConnectorError } from '../../app/model/error.ts'
import { readSecret } from '../../app/settings/readSecret.ts'
import type { Settings } from '../../app/settings/schema.ts'
import type { DemoSides, DemoSidesOptions } from './runDemoSides.ts'

/** The made-up company that lives in a service, in its data folder. */
export interface ServiceDemo extends AsyncDisposable {
  /** @throws ConnectorError (side connector) `already-set-up` */
  start(): Promise<Settings>
  /** Starts again what an earlier process has started, as long as the settings name it. */
  resume(settings: Settings): Promise<void>
  /**
   * Lets a day pass at the company, once for each start of the service.
   * @returns what happened, one sentence each
   * @throws ConnectorError (side connector) `no-demo`, `day-passed`
   */
  dayPasses(): readonly string[]
  [Symbol.asyncDispose](): Promise<void>
}

export interface ServiceDemoParts {
  readonly dataFolder: string
  readonly configuration: Configuration
}

const portsSchema = z.object({ directoryPort: z.int().min(1), storePort: z.int().min(1) })
type Ports = z.output<typeof portsSchema>

export function serviceDemo({ dataFolder, configuration }: ServiceDemoParts): ServiceDemo {
  const portsFile = join(dataFolder, 'demo.json')
  const storeFile = join(dataFolder, 'demo-store.db')
  let running: { readonly sides: DemoSides; readonly settings: Settings | null } | undefined
  let starting: Promise<Settings> | undefined
  let day: 'to come' | 'passed' = 'to come'

  const begin = async (): Promise<Settings> => {
    if ((await configuration.saved()) !== null) throw alreadySetUp(dataFolder)
    if (running?.settings) return running.settings
    for (const rest of ['', '-wal', '-shm']) rmSync(storeFile + rest, { force: true })
    const token = randomBytes(16).toString('hex')
    const sides = await runSides({ storeFile, token })
    const settings = demoSettings({
      directoryUrl: sides.directory.url,
      storeUrl: sides.store.url,
      secrets: {
        directory: await configuration.keepSecret('directory', companyAccount.password),
        store: await configuration.keepSecret('store', token),
      },
    })
    const ports = { directoryPort: portOf(sides.directory.url), storePort: portOf(sides.store.url) }
    writeFileSync(portsFile, JSON.stringify(ports), { mode: 0o600 })
    running = { sides, settings }
    return settings
  }
  return {
    start() {
      starting ??= begin().finally(() => {
        starting = undefined
      })
      return starting
    },
    async resume(settings) {
      const ports = readPorts(portsFile)
      if (ports === null || running || !names(settings, ports)) return
      const sides = await runSides({ storeFile, token: await tokenOf(settings, dataFolder), ...ports })
      running = { sides, settings: null }
    },
    dayPasses() {
      if (!running) throw noDemo()
      if (day === 'passed') throw dayPassed()
      day = 'passed'
      return letADayPass(running.sides.directory)
    },
    async [Symbol.asyncDispose]() {
      await starting?.catch(() => {})
      await running?.sides[Symbol.asyncDispose]()
      running = undefined
    },
  }
}

/** A service without the made-up company does without its directory and its store in memory. */
async function runSides(options: DemoSidesOptions): Promise<DemoSides> {
  const { runDemoSides } = await import('./runDemoSides.ts')
  return runDemoSides(options)
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}

function readPorts(file: string): Ports | null {
  try {
    return portsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function names({ directory, store }: Settings, { directoryPort, storePort }: Ports): boolean {
  return (
    directory.servers.includes(`ldap://127.0.0.1:${directoryPort}`) ||
    store.url.startsWith(`http://127.0.0.1:${storePort}/`)
  )
}

/** A token that nobody knows where the settings name none: the store is then as closed as any other. */
async function tokenOf({ store }: Settings, dataFolder: string): Promise<string> {
  const { auth } = store
  const other = randomBytes(16).toString('hex')
  if (auth.method !== 'bearer') return other
  return readSecret(auth.token, dataFolder, process.env).then(
    ({ value }) => value,
    () => other,
  )
}

function alreadySetUp(dataFolder: string): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'already-set-up',
    message: 'This connector has settings already; the made-up company is for one that has none.',
    remedy: 'To look at the made-up company, use another data folder, or `demo` on the command line.',
    place: dataFolder,
  })
}

function noDemo(): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'no-demo',
    message: 'No made-up company runs here.',
    remedy: 'Start it on the first page of a connector without settings.',
  })
}

function dayPassed(): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'day-passed',
    message: 'The day at the made-up company has passed already.',
    remedy: 'Restart the service to begin with the same day again.',
  })
}
