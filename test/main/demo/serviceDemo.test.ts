import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Configuration } from '../../../app/api/configuration/configuration.ts'
import { openConfiguration } from '../../../app/api/configuration/openConfiguration.ts'
import { type Settings, settingsSchema } from '../../../app/settings/schema.ts'
import { type ServiceDemo, serviceDemo } from '../../../main/demo/serviceDemo.ts'
import { quickFolder } from '../../fakes/quickFolder.ts'
import { isListening } from '../../services/isListening.ts'

describe('The made-up company of a service', () => {
  let folder: string
  let configuration: Configuration
  let demo: ServiceDemo
  beforeEach(() => {
    folder = quickFolder('demo')
    const now = () => new Date()
    configuration = openConfiguration({ dataFolder: folder, protect: async () => {}, record: () => {}, now })
    demo = again()
  })
  afterEach(async () => {
    await demo[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })

  const again = () => serviceDemo({ dataFolder: folder, configuration })
  const ports = (): { directoryPort: number; storePort: number } =>
    JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'))
  const saved = async (): Promise<Settings> => {
    const draft = await demo.start()
    return (await configuration.save(draft, null)).settings
  }
  const restarted = async () => {
    await demo[Symbol.asyncDispose]()
    demo = again()
  }

  test('is started once, however often it is asked for', async () => {
    const [one, other] = await Promise.all([demo.start(), demo.start()])
    expect(one).toEqual(other)
    expect(await demo.start()).toEqual(one)
    expect(settingsSchema.safeParse(one).success).toBe(true)
    expect(one.directory.servers).toEqual([`ldap://127.0.0.1:${ports().directoryPort}`])
  })

  test('is not for who has settings already', async () => {
    await saved()
    await restarted()
    await expect(demo.start()).rejects.toMatchObject({ side: 'connector', code: 'already-set-up' })
  })

  test('comes again at the same addresses, as long as the settings name it', async () => {
    const settings = await saved()
    const { directoryPort, storePort } = ports()
    await restarted()
    expect(await isListening('127.0.0.1', directoryPort)).toBe(false)
    await demo.resume(settings)
    expect([await isListening('127.0.0.1', directoryPort), await isListening('127.0.0.1', storePort)]).toEqual([
      true,
      true,
    ])
    await restarted()
    const { directory, store } = settings
    await demo.resume({
      ...settings,
      directory: { ...directory, servers: ['ldaps://dc1.corp.test'] },
      store: { ...store, url: 'https://store.test/scim' },
    })
    expect([await isListening('127.0.0.1', directoryPort), await isListening('127.0.0.1', storePort)]).toEqual([
      false,
      false,
    ])
  })

  test('does not come again where another program has taken its place, and leaves nothing running', async () => {
    const settings = await saved()
    const { directoryPort, storePort } = ports()
    await restarted()
    const other = createServer().listen(storePort, '127.0.0.1')
    await once(other, 'listening')
    try {
      await expect(demo.resume(settings)).rejects.toMatchObject({ side: 'store', code: 'cannot-listen' })
      expect(await isListening('127.0.0.1', directoryPort)).toBe(false)
    } finally {
      other.close()
    }
    await once(other, 'close')
  })

  test('has one day', async () => {
    expect(() => demo.dayPasses()).toThrow(expect.objectContaining({ code: 'no-demo' }))
    await demo.start()
    expect(demo.dayPasses().length).toBeGreaterThan(5)
    expect(() => demo.dayPasses()).toThrow(expect.objectContaining({ code: 'day-passed' }))
  })
})
