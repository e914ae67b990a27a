import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * `npm test`: installs the real services that tests run against, where that is possible, then runs all suites, or those
 * named. Further arguments are jest's. What was left out is listed at the end (build/leftOutReporter.js).
 */
const root = resolve(import.meta.dirname, '..')
const services = ['installServices.sh', 'installWindows.sh', 'installElectron.sh'].map((script) =>
  resolve(root, 'test/services', script),
)
const jest = resolve(root, 'node_modules/jest/bin/jest.js')

if (process.platform === 'linux')
  for (const script of services) if (existsSync(script)) spawnSync('sh', [script], { stdio: 'inherit' })
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', jest, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
