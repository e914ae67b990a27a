import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { composeConnector } from '../../main/compose.ts'
import { expectEqual } from '../fakes/connectorOn.ts'
import { leapingClock } from '../fakes/leapingClock.ts'
import { baseDn } from '../fakes/people.ts'
import { type EmbeddedSides, securityGroup, staff, startEmbeddedSides } from './embeddedSides.ts'

const script = fileURLToPath(new URL('./syncAlone.ts', import.meta.url))
const people = 120
/**
 * Requests of the store after which the process is killed. Five of them read; then come creations and updates, a
 * hundred at once, managers, groups and members.
 */
const killedAfter = [4, 6, 7, 8, 9, 6, 7, 8]

describe('a full sync that is killed', () => {
  let sides: EmbeddedSides
  beforeEach(async () => {
    const entries = staff(people)
    const dns = entries.map(({ dn }) => dn)
    const inner = securityGroup('inner', dns.slice(0, 50))
    sides = await startEmbeddedSides([...entries, inner, securityGroup('outer', [...dns.slice(40), inner.dn])])
  })
  afterEach(() => sides.close())

  /** Begins a full sync in a process of its own, and kills it when the store has had so many requests of it. */
  const killAfter = async (requests: number): Promise<'killed' | 'finished'> => {
    const before = sides.store.requests.total()
    const child = spawn(process.execPath, ['--no-warnings', script, sides.folder], {
      env: { ...process.env, ...sides.environment },
      stdio: 'inherit',
    })
    const ended = once(child, 'exit')
    let isRunning = true
    child.once('exit', () => {
      isRunning = false
    })
    while (isRunning && sides.store.requests.total() - before < requests) await wait(1)
    child.kill('SIGKILL')
    const [code] = await ended
    return code === 0 ? 'finished' : 'killed'
  }

  it('loses nothing, repeats nothing, and is finished by the next one', async () => {
    const ends: string[] = []
    for (const [round, requests] of killedAfter.entries()) {
      ends.push(await killAfter(requests))
      for (let index = 0; index < people; index += 1) {
        sides.directory.replace(`CN=p${index},OU=Staff,${baseDn}`, { title: [`Title ${round}`] })
      }
      const changed = `CN=p${round},OU=Staff,${baseDn}`
      sides.directory.replace(changed, { mail: [`renamed${round}@corp.test`], userAccountControl: ['514'] })
    }
    const kills = ends.filter((it) => it === 'killed').length
    expect(kills).toBeGreaterThanOrEqual(4)

    const connector = composeConnector({
      dataFolder: sides.folder,
      access: 'write',
      purpose: 'test',
      environment: sides.environment,
      clock: leapingClock(new Date()),
      progress: () => {},
    })
    try {
      const statuses = connector.runs().map(({ status }) => status)
      expect(statuses.filter((it) => it === 'interrupted')).toHaveLength(kills)
      expect((await connector.syncFull()).run.status).toBe('done')
      await expectEqual(connector)
      const users = await sides.list('Users')
      const names = users.map(({ userName }) => userName)
      expect(names).toHaveLength(people)
      expect(new Set(names).size).toBe(people)
      expect(names).toEqual(expect.arrayContaining(killedAfter.map((_, round) => `renamed${round}@corp.test`)))
      expect(users.filter(({ active }) => !active)).toHaveLength(killedAfter.length)
      const groups = await sides.list('Groups')
      expect(groups.map(({ displayName }) => displayName).sort()).toEqual(['inner', 'outer'])
      expect(groups.find(({ displayName }) => displayName === 'outer')?.members).toHaveLength(people - 40 + 1)
    } finally {
      await connector.close()
    }
  })
})
