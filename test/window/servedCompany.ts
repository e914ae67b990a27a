import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoCompany, startDemoCompany } from '../../main/demo/demoCompany.ts'
import { type RunningCommand, runConnector, startConnector } from '../e2e/runConnector.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { prepareState } from './prepareState.ts'
import type { WindowState } from './windowStates.ts'

/** The demo company with a real service that serves browsers, in a folder of its own. */
export interface ServedCompany extends AsyncDisposable {
  readonly company: DemoCompany
  readonly dataFolder: string
  /** `http://127.0.0.1:8080`; the same after a restart. */
  readonly origin: string
  /** A link that lets one browser in. */
  link(): Promise<string>
  /** Ends the service as a fault would, without a word. */
  killService(): Promise<void>
  startService(): Promise<void>
  /** Ends all processes and removes the folder. */
  [Symbol.asyncDispose](): Promise<void>
}

/** @param pages the folder of the built pages; left out, those of out/ */
export async function serveCompany(state: WindowState, pages?: string): Promise<ServedCompany> {
  await using cleanup = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'connector-window-'))
  cleanup.defer(() => rmSync(folder, { recursive: true, force: true }))
  const company = cleanup.use(await startDemoCompany(folder))
  const dataFolder = join(folder, 'data')
  await prepareState(dataFolder, company, state)

  let service: RunningCommand | undefined
  const end = async (signal: NodeJS.Signals) => {
    service?.stop(signal)
    await service?.ended
    service = undefined
  }
  cleanup.defer(() => end('SIGTERM'))
  const start = async (address: string) => {
    const paths = pages === undefined ? [] : ['--pages', pages]
    service = startConnector(['--data-dir', dataFolder, '--json', 'service', 'run', '--http', address, ...paths])
    const { link } = await answerOf(service)
    return new URL(link).origin
  }
  const origin = await start('127.0.0.1:0')
  const running = cleanup.move()
  return {
    company,
    dataFolder,
    origin,
    async link() {
      const { json } = await runConnector(['--data-dir', dataFolder, '--json', 'service', 'link'])
      return json<{ readonly link: string }>().link
    },
    killService: () => end('SIGKILL'),
    async startService() {
      await start(new URL(origin).host)
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

async function answerOf(service: RunningCommand): Promise<{ readonly link: string }> {
  const answer = () => {
    try {
      return JSON.parse(service.stdout())
    } catch {
      return undefined
    }
  }
  await waitUntil('the service runs', () => answer() !== undefined || service.hasEnded(), 60)
  if (service.hasEnded()) throw new Error(`The service ended at once: ${service.stdout()}${service.stderr()}`)
  return answer()
}
