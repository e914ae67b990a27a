import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../services/run.ts'

const root = join(import.meta.dirname, '../..')
/** Below node_modules, so that SQLite is found from there. */
const folder = join(root, 'node_modules/.cache/windows-product')

/** Builds the processes beside whatever stands in `out`, and gives the folder: Node.js 22 does not know all words of the sources. */
export async function buildProduct(): Promise<string> {
  const config = join(import.meta.dirname, 'vite.windows.ts')
  const words = ['build', '--config', config, '--outDir', folder, '--logLevel', 'error']
  await run(join(root, 'node_modules/.bin/node'), [join(root, 'node_modules/vite/bin/vite.js'), ...words])
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  return folder
}
