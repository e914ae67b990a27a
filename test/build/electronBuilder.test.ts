import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { parse } from 'yaml'

const required = createRequire(resolve('package.json'))
const { getConfig, validateConfiguration } = required('app-builder-lib/out/util/config/config.js')
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

  test('makes the installers that each system expects, with files that are there', async () => {
    const { win, linux, mac, nsis, deb } = await configuration()
    expect([win.target, linux.target, mac.target]).toEqual([
      ['nsis', 'msi'],
      ['deb', 'AppImage'],
      ['dmg', 'zip'],
    ])
    const scripts = [...win.extraResources, ...linux.extraResources].map(({ from }) => from)
    const packaged = deb.fpm.map((word: string) => word.replace(/^--[a-z-]+=/, '').replace(/=.*$/, ''))
    for (const file of [win.icon, mac.icon, linux.icon, nsis.include, ...scripts, ...packaged])
      expect([file, existsSync(file)]).toEqual([file, true])
  })

  test('switches off in Electron what the program does not need', async () => {
    const { electronFuses } = await configuration()
    expect(electronFuses).toMatchObject({
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  test('knows a place of newer versions only when the one who builds names it', async () => {
    const built = async (words: object) => (await getConfig(resolve('.'), null, words)).publish
    expect(await built({})).toBeNull()
    const place = { provider: 'generic', url: 'https://updates.example.com/connector' }
    expect(await built({ publish: place })).toEqual(place)
    await validateConfiguration({ ...(await configuration()), publish: place }, new DebugLogger(false))
  })

  test('lets Windows verify the signature of an update', async () => {
    const { win } = await configuration()
    expect(win.verifyUpdateCodeSignature).not.toBe(false)
  })

  test('starts the window that the build makes', async () => {
    const { main } = JSON.parse(await readFile('package.json', 'utf8'))
    expect(main).toBe('out/main/desktop.cjs')
  })
})
