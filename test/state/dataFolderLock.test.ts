import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { now, open } from './stateFixture.ts'
import { temporaryFolders } from './temporaryFolders.ts'

const script = fileURLToPath(new URL('./holdFolder.ts', import.meta.url))

describe('the lock of a data folder', () => {
  const newFolder = temporaryFolders()
  const holders: ChildProcessWithoutNullStreams[] = []
  afterEach(() => {
    for (const holder of holders.splice(0)) holder.kill('SIGKILL')
  })

  const holderOf = async (folder: string) => {
    const holder = spawn(process.execPath, ['--no-warnings', script, folder])
    holders.push(holder)
    let said = ''
    holder.stderr.on('data', (chunk) => {
      said += chunk
    })
    const [answer] = await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')])
    expect(`${answer}${said}`).toBe('held\n')
    return holder
  }

  it('names the process that has it to a second one, which changes nothing', async () => {
    const folder = newFolder()
    const holder = await holderOf(folder)
    let error: unknown
    try {
      open(folder)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({ name: 'ConnectorError', side: 'connector', code: 'locked', place: folder })
    expect(String(error)).toContain(`Process ${holder.pid} (full sync, since 2026-01-01T00:00:00.000Z)`)
    const reader = open(folder, 'read')
    expect(reader.runs.list()).toMatchObject([{ status: 'running' }])
    reader.close()
  })

  it('is gone with the process, however it ends', async () => {
    const folder = newFolder()
    const killed = await holderOf(folder)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    const state = open(folder)
    expect(state.runs.closeInterrupted(now)).toBe(1)
    expect(state.runs.list()).toMatchObject([{ status: 'interrupted', endedAt: now.toISOString() }])
    expect(state.runs.closeInterrupted(now)).toBe(0)
    state.close()

    const polite = await holderOf(folder)
    expect(() => open(folder)).toThrow(`Process ${polite.pid}`)
    polite.stdin.end()
    await once(polite, 'exit')
    open(folder).close()
  })

  it('holds inside one process too, and can be taken again when it was given back', () => {
    const folder = newFolder()
    const state = open(folder)
    expect(() => open(folder)).toThrow(`Process ${process.pid}`)
    state.close()
    state.close()
    open(folder).close()
  })
})
