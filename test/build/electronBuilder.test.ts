import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { parse } from 'yaml'

const required = createRequire(resolve('package.json'))
const { validateConfiguration } = required('app-builder-lib/out/util/config/config.js')
const { DebugLogger } = required('builder-util')

async function configuration() {
  return parse(await readFile('electron-builder.yml', 'utf8'))
}

describe('electron-builder.yml', () => {
  test('is a valid configuration', async () => {
    await validateConfiguration(await configuration(), new DebugLogger(false))
  })

  test('is really looked through: an unknown key is refused', async () => {
    const wrong = { ...(await configuration()), colour: 'red' }
    await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow(/colour/)
  })

  test('starts the window that the build makes', async () => {
    const { main } = JSON.parse(await readFile('package.json', 'utf8'))
    expect(main).toBe('out/main/desktop.cjs')
  })
})
