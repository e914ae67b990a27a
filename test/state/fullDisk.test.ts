import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connectorOn, expectEqual, settingsWith } from '../fakes/connectorOn.ts'
import { fakeSource } from '../fakes/fakeSource.ts'
import { fakeTarget } from '../fakes/fakeTarget.ts'
import { crowd } from '../fakes/people.ts'
import { mountSmallDisk } from './smallDisk.ts'
import { open } from './stateFixture.ts'
import { temporaryFolders } from './temporaryFolders.ts'

const script = fileURLToPath(new URL('./syncOnce.ts', import.meta.url))
const disk = mountSmallDisk(12)
afterAll(() => disk?.unmount())

describe('a full disk', () => {
  const newFolder = temporaryFolders()
  const begin = async (folder: string) => {
    const source = fakeSource(crowd(5))
    const target = fakeTarget()
    const connector = await connectorOn(source, target, settingsWith(), folder)
    await connector.syncFull()
    return { source, target, connector }
  }

  it('shows as a file that cannot grow, and is survived', () => {
    const folder = newFolder()
    const run = (limit: string, count: number) => {
      const command = `trap '' XFSZ; ulimit -f ${limit}; exec "$0" --no-warnings "$1" "$2" "$3"`
      return spawnSync('sh', ['-c', command, process.execPath, script, folder, String(count)], { encoding: 'utf8' })
    }
    expect(run('unlimited', 5).stdout).toBe('done')
    for (const limit of ['200', '500']) expect(run(limit, 1500).stdout).toBe('disk-full')
    const state = open(folder, 'read')
    expect(state.links.count('user')).toBe(5)
    expect(state.runs.list().at(-1)).toMatchObject({ id: 1, status: 'done' })
    state.close()
    expect(run('unlimited', 1500).stdout).toBe('done')
  })

  if (disk === null) return

  const folderOn = () => mkdtempSync(join(disk.folder, 'data-'))
  const end = async ({ connector }: Awaited<ReturnType<typeof begin>>) => {
    disk.clear()
    await connector.close()
    rmSync(connector.folder, { recursive: true })
  }

  it.each([20_000, 300_000, 900_000])('with %d bytes left loses nothing, and the next run finishes', async (room) => {
    const begun = await begin(folderOn())
    const { source, target, connector } = begun
    try {
      source.entries = crowd(1500)
      disk.leave(room)
      await expect(connector.syncFull()).rejects.toMatchObject({ side: 'connector', code: 'disk-full' })
      expect(connector.state.links.count('user')).toBe(target.users.size)
      expect(connector.runs().at(-1)).toMatchObject({ id: 1, status: 'done' })
      disk.clear()
      expect((await connector.syncFull()).run.status).toBe('done')
      expect(target.users.size).toBe(1500)
      await expectEqual(connector)
    } finally {
      await end(begun)
    }
  })

  it('in the middle of writing makes no duplicate', async () => {
    const begun = await begin(folderOn())
    const { source, target, connector } = begun
    try {
      source.entries = crowd(400)
      target.faults = {
        refuse: () => {
          if (target.writes.length > 200) disk.leave(0)
          return undefined
        },
      }
      await expect(connector.syncFull()).rejects.toMatchObject({ code: 'disk-full' })
      disk.clear()
      target.faults = {}
      expect(target.users.size).toBeGreaterThan(200)
      expect((await connector.syncFull()).run.status).toBe('done')
      expect(target.users.size).toBe(400)
      await expectEqual(connector)
    } finally {
      await end(begun)
    }
  })
})
