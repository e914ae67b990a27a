import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { electronRuntime } from '../services/electronRuntime.ts'
import { run } from '../services/run.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Packs what buildDesktop.ts has built as electron-builder.yml says, but on the runtime that is there, and gives the folder
 * that would be installed. Nothing is downloaded. Newer versions are published at `place`.
 */
export async function packDesktop(product: string, folder: string, place: string): Promise<string> {
  const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))
  const built = { from: join(product, 'out'), to: 'out', filter: ['**/*', '!**/*.map'] }
  const files = [built, ...config.linux.files.filter((pattern: string) => pattern !== 'out/**')]
  const runtime = dirname(electronRuntime)
  // Electron 25 does not know it yet.
  const { grantFileProtocolExtraPrivileges: _, ...electronFuses } = config.electronFuses
  const inTest = {
    ...config,
    electronFuses,
    electronDist: runtime,
    electronVersion: readFileSync(join(runtime, 'version'), 'utf8').trim(),
    directories: { ...config.directories, output: folder },
    files,
    linux: { ...config.linux, files },
  }
  const file = join(folder, 'electron-builder.json')
  writeFileSync(file, JSON.stringify(inTest))
  const builder = join(root, 'node_modules/electron-builder/out/cli/cli.js')
  const words = ['--projectDir', root, '--config', file, '--linux', '--dir', '--publish', 'never']
  words.push('-c.publish.provider=generic', `-c.publish.url=${place}`)
  await run(join(root, 'node_modules/.bin/node'), [builder, ...words], { env: { CI: 'true' } })
  return join(folder, 'linux-unpacked')
}
