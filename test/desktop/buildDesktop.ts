import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { acquireLock } from '../services/acquireLock.ts'
import { run } from '../services/run.ts'

const root = join(import.meta.dirname, '../..')
/** Below node_modules, so that libraries are found from there. */
const folder = join(root, 'node_modules/.cache/desktop-product')
const sources = ['app', 'main', 'renderer', 'build', 'resources']

/**
 * Builds everything beside whatever stands in `out`, and gives the folder that Electron is started on. What was built from
 * the same sources is taken again; suites that run side by side wait for each other.
 */
export async function buildDesktop(): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const unlock = await acquireLock(join(folder, 'lock'), 300)
  try {
    const stamp = join(folder, 'built-from.txt')
    const newest = String(Math.max(...sources.map(newestIn), statSync(join(root, 'package.json')).mtimeMs))
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === newest) return folder
    copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
    const parts = { renderer: 'out/renderer', processes: 'out', desktop: 'out/main' }
    for (const [part, out] of Object.entries(parts)) await build(part, out)
    writeFileSync(stamp, newest)
    return folder
  } finally {
    unlock()
  }
}

async function build(part: string, out: string): Promise<void> {
  const config = join(root, `build/vite.${part}.ts`)
  const words = ['build', '--config', config, '--outDir', join(folder, out), '--logLevel', 'error']
  await run(join(root, 'node_modules/.bin/node'), [join(root, 'node_modules/vite/bin/vite.js'), ...words])
}

/** When a file in a folder of the sources was changed last, in milliseconds. */
function newestIn(name: string): number {
  const files = readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
  return Math.max(...files.map((file) => statSync(join(root, name, file)).mtimeMs))
}
