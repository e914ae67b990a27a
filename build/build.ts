import { chmod, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '..')

/** `npm run build`: everything that is shipped, into a new out/. */
try {
  await rm(resolve(root, 'out'), { recursive: true, force: true })
  for (const config of ['renderer', 'processes', 'desktop'])
    await build({ configFile: resolve(import.meta.dirname, `vite.${config}.ts`), logLevel: 'warn' })
  await chmod(resolve(root, 'out/main/cli.js'), 0o755)
  console.log('Built: out/renderer, out/main')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
