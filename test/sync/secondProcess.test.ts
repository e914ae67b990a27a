import { ChangingCompany } from './changingCompany.ts'
import { type EmbeddedSides, startEmbeddedSides } from './embeddedSides.ts'
import { randomFrom } from './randomFrom.ts'
import { seedOfThisRun } from './seedOfThisRun.ts'
import { type SyncProcess, startSync } from './syncProcess.ts'

const attempts = 4

describe('a second process on the data folder of a sync that is under way', () => {
  const seed = seedOfThisRun()
  const random = randomFrom(seed)
  const company = new ChangingCompany(random, 40)
  let sides: EmbeddedSides
  beforeAll(async () => {
    sides = await startEmbeddedSides(company.entries(), { pageSize: 15 })
    company.liveIn(sides.directory)
    // The first one is far from its end when it is met.
    sides.directory.limits.pageDelay = 30
    sides.store.faults.delayMilliseconds = 30
  })
  afterAll(() => sides.close())

  /** While the first one stands still, whatever a side sees is of the second. */
  const intrude = async (first: SyncProcess) => {
    first.signal('SIGSTOP')
    try {
      const second = startSync(sides, random.oneOf(['full', 'incremental']))
      await second.begun
      const before = { requests: sides.store.requests.total(), searches: sides.directory.searches }
      const { end } = await second.ended
      const after = { requests: sides.store.requests.total(), searches: sides.directory.searches }
      return { end, after, before }
    } finally {
      first.signal('SIGCONT')
    }
  }

  it('is refused at any moment, asks neither side for anything, and does not disturb the first', async () => {
    let refused = 0
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      for (let changes = random.between(1, 5); changes > 0; changes -= 1) company.change()
      const first = startSync(sides, attempt % 3 === 0 ? 'full' : 'incremental')
      const after = random.oneOf(['store-requests', 'directory-searches'] as const)
      const isReached = await first.until({ after, count: random.between(1, 8) })
      if (isReached === 'reached') {
        const { end, before, after: afterwards } = await intrude(first)
        expect({ seed, end, seen: afterwards }).toEqual({ seed, end: 'locked', seen: before })
        refused += 1
      }
      expect(['done', 'equal']).toContain((await first.ended).end)
    }
    expect(refused).toBeGreaterThanOrEqual(attempts / 2)
  }, 240_000)
})
