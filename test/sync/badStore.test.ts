import { composeConnector } from '../../main/compose.ts'
import { expectEqual } from '../fakes/connectorOn.ts'
import { beGood, clockWithRhythm, throttle } from './badBehaviour.ts'
import { ChangingCompany } from './changingCompany.ts'
import { leftDn } from './colleagues.ts'
import { startEmbeddedSides, thumbnails } from './embeddedSides.ts'
import { expectStoreHolds } from './expectStoreHolds.ts'
import { randomFrom } from './randomFrom.ts'
import { seedOfThisRun } from './seedOfThisRun.ts'

describe('a store that throttles, fails one request in twenty, and drops connections', () => {
  it('is equal to the directory after every full and incremental sync', async () => {
    const seed = seedOfThisRun()
    const random = randomFrom(seed)
    const company = new ChangingCompany(random, 60)
    const sides = await startEmbeddedSides(company.entries(), {
      pageSize: 15,
      selection: { excludeDns: [leftDn], contacts: { enabled: true } },
      avatar: thumbnails,
    })
    company.liveIn(sides.directory)
    const { faults } = sides.store
    const clock = clockWithRhythm(faults, () => throttle(faults, random))
    const connector = composeConnector({
      dataFolder: sides.folder,
      access: 'write',
      purpose: 'test',
      environment: sides.environment,
      clock,
      progress: () => {},
    })
    const story: string[] = []
    try {
      for (let round = 0; round < 12; round += 1) {
        throttle(faults, random)
        const kind = round % 4 === 0 ? 'full' : 'incremental'
        const { run } = await (kind === 'full' ? connector.syncFull() : connector.syncIncremental())
        const problems = connector.setAside().map(({ name, message }) => `${name}: ${message}`)
        story.push(`${kind}: ${run.status}`, ...problems)
        expect(['done', 'equal']).toContain(run.status)
        beGood(faults)
        await expectStoreHolds(sides, company.expected())
        await expectEqual(connector)
        expect(connector.setAside()).toEqual([])
        company.isSettled()
        for (let changes = random.between(5, 25); changes > 0; changes -= 1) story.push(company.change())
        story.push(...company.endConflicts())
      }
      expect(clock.sleeps.filter((sleep) => sleep >= 7000).length).toBeGreaterThan(12)
    } catch (error) {
      const told = `DIRECTORY_CONNECTOR_SEED=${seed}\n${story.join('\n')}`
      throw new Error(`${error instanceof Error ? error.message : error}\n${told}`, { cause: error })
    } finally {
      await connector.close()
      await sides.close()
    }
  }, 240_000)
})
