import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evaluateInPage, listPages } from '../desktop/evaluateInPage.ts'
import { desktopCommand } from '../desktop/startDesktop.ts'
import { waitUntil } from '../services/waitUntil.ts'
import type { Shown } from './pageClock.ts'

export interface DesktopStart {
  readonly product: string
  readonly dataFolder: string
  readonly display: string
  readonly shown: Shown
}

/** Milliseconds from the start of the desktop program, with a profile of its own, until its window has painted something. */
export async function desktopStart({ product, dataFolder, display, shown }: DesktopStart): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'connector-bench-'))
  const { program, words, environment } = desktopCommand({ product, dataFolder, profile, display })
  const begun = Date.now()
  const child = spawn(program, ['--remote-debugging-port=0', ...words], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString()
  })
  try {
    const port = () => /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1] ?? ''
    await waitUntil('the program has started', () => port() !== '' || child.exitCode !== null)
    if (child.exitCode !== null) throw new Error(`The desktop program ended with ${child.exitCode}:\n${said}`)
    const find = async () => (await listPages(port())).find(({ url }) => url.startsWith('app://window/'))
    let painted = Number.NaN
    // A page that is just being loaded forgets what it was asked.
    await waitUntil('its window shows what it should', async () => {
      const page = await find()
      painted = page === undefined ? Number.NaN : Number(await evaluateInPage(page, paintedAt(shown)))
      return !Number.isNaN(painted)
    })
    return painted - begun
  } finally {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** An expression: when it was painted, in milliseconds since 1970. */
function paintedAt({ selector, text }: Shown): string {
  return `new Promise((resolve) => {
    const look = () => {
      const isShown = new RegExp(${JSON.stringify(text)}).test(document.querySelector(${JSON.stringify(selector)})?.innerText ?? '')
      if (isShown) setTimeout(() => resolve(performance.timeOrigin + performance.now()))
      else requestAnimationFrame(look)
    }
    look()
  })`
}
