import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettingsFile } from '../../app/settings/readSettingsFile.ts'
import { findSettings, loadSettings, saveSettings } from '../../app/settings/settingsFile.ts'
import { settingsWith, shortestText } from './exampleSettings.ts'

const first = settingsWith('name: hq', 'name: first')
const second = settingsWith('name: hq', 'name: second')
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('the settings of a data folder', () => {
  test('come back as they were saved, and leave nothing else behind', async () => {
    await saveSettings(folder, first)
    expect(await loadSettings(folder)).toEqual(first)
    expect(await readdir(folder)).toEqual(['settings.yaml'])
  })

  test('keep those that were replaced', async () => {
    await saveSettings(folder, first)
    await saveSettings(folder, second)
    expect(await loadSettings(folder)).toEqual(second)
    expect(await readSettingsFile(join(folder, 'settings.previous.yaml'))).toEqual(first)
    expect((await readdir(folder)).sort()).toEqual(['settings.previous.yaml', 'settings.yaml'])
  })

  test('do not lose the previous ones when equal settings are saved again', async () => {
    await saveSettings(folder, first)
    await saveSettings(folder, second)
    await saveSettings(folder, second)
    expect(await readSettingsFile(join(folder, 'settings.previous.yaml'))).toEqual(first)
  })

  test('stay what they were when they cannot be saved', async () => {
    await saveSettings(folder, first)
    await mkdir(join(folder, 'settings.previous.yaml'))
    await expect(saveSettings(folder, second)).rejects.toMatchObject({
      side: 'connector',
      code: 'settings-not-saved',
      place: join(folder, 'settings.yaml'),
    })
    expect(await loadSettings(folder)).toEqual(first)
    expect((await readdir(folder)).sort()).toEqual(['settings.previous.yaml', 'settings.yaml'])
  })

  test('are not there before the first ones are saved, which is said to who needs them', async () => {
    expect(await findSettings(folder)).toBeNull()
    await expect(loadSettings(folder)).rejects.toMatchObject({ side: 'settings', code: 'not-set-up', place: folder })
  })

  test('have a revision that is another one after every change of the file', async () => {
    await saveSettings(folder, first)
    const before = await findSettings(folder)
    expect(before?.settings).toEqual(first)
    await saveSettings(folder, second)
    expect((await findSettings(folder))?.revision).not.toBe(before?.revision)
    await saveSettings(folder, first)
    expect(await findSettings(folder)).toEqual(before)
  })
})

describe('readSettingsFile', () => {
  test('makes every path absolute, against the folder of the file', async () => {
    const path = join(folder, 'hq.yaml')
    const text = shortestText
      .replace('{ env: DIRECTORY_PASSWORD }', '{ file: secrets/directory }')
      .replace('{ env: STORE_TOKEN }', '{ file: /run/token }')
      .replace('type: ad-ds', 'type: ad-ds\n  tls: { caFile: ../ca.pem, certificateFile: c.pem, keyFile: k.pem }')
      .replace('  url:', '  caFile: store.pem\n  url:')
    await writeFile(path, text)
    expect(await readSettingsFile(path)).toMatchObject({
      directory: {
        tls: {
          caFile: join(folder, '../ca.pem'),
          certificateFile: join(folder, 'c.pem'),
          keyFile: join(folder, 'k.pem'),
        },
        bind: { password: { file: join(folder, 'secrets/directory') } },
      },
      store: { caFile: join(folder, 'store.pem'), auth: { token: { file: '/run/token' } } },
    })
  })

  test('says how to save a file that is UTF-16', async () => {
    const path = join(folder, 'hq.yaml')
    await writeFile(path, Buffer.from(`\uFEFF${shortestText}`, 'utf16le'))
    await expect(readSettingsFile(path)).rejects.toMatchObject({
      side: 'settings',
      code: 'not-utf8',
      remedy: expect.stringContaining('UTF-8'),
    })
    expect(await readFile(path, 'utf16le')).toContain('name: hq')
  })
})
