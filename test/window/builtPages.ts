import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquireLock } from '../services/acquireLock.ts'
import { run } from '../services/run.ts'

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/window-pages')

/**
 * The pages as the sources are now, beside whatever stands in `out`: built once, however many suites ask for them; or those
 * that DIRECTORY_CONNECTOR_PAGES names by hand.
 */
export async function builtPages(): Promise<string> {
  const named = process.env.DIRECTORY_CONNECTOR_PAGES
  if (named) return named
  const folder = join(cache, digestOfSources())
  const release = await acquireLock(join(tmpdir(), 'connector-window-pages.lock'), 120)
  try {
    if (!existsSync(folder)) await build(folder)
  } finally {
    release()
  }
  return folder
}

async function build(folder: string): Promise<void> {
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  const unfinished = `${folder}.unfinished`
  const config = join(root, 'build/vite.renderer.ts')
  const words = ['build', '--config', config, '--outDir', unfinished, '--emptyOutDir', '--logLevel', 'error']
  await run(join(root, 'node_modules/.bin/node'), [join(root, 'node_modules/vite/bin/vite.js'), ...words])
  renameSync(unfinished, folder)
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  const pages = readdirSync(join(root, 'renderer'), { recursive: true, withFileTypes: true })
  const files = pages.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  for (const file of [...files.sort(), join(root, 'build/vite.renderer.ts'), join(root, 'package-lock.json')])
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
