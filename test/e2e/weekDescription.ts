import { startWeekConnector, type WeekConnector, type WeekVariant } from './weekConnector.ts'
import type { WeekDirectory } from './weekDirectory.ts'
import type { WeekStep } from './weekStep.ts'

/** Something that is looked at when the week is over. */
export interface WeekClosing {
  readonly name: string
  concerns(variant: WeekVariant): boolean
  check(connector: WeekConnector, directory: WeekDirectory, variant: WeekVariant): Promise<void>
}

export interface Week {
  readonly variants: readonly WeekVariant[]
  readonly steps: readonly WeekStep[]
  readonly closings: readonly WeekClosing[]
  /** Gives the directory with its company; called once, in `beforeAll`. */
  begin(): Promise<WeekDirectory>
}

const longest = 600_000

/**
 * A week in a company: after each step every variant syncs what changed, must write what is expected and nothing else,
 * and leaves nothing to do for a full sync.
 */
export function describeWeek(name: string, { variants, steps, closings, begin }: Week): void {
  describe(name, () => {
    let directory: WeekDirectory
    const connectors = new Map<WeekVariant, WeekConnector>()
    beforeAll(async () => {
      directory = await begin()
      for (const variant of variants) {
        const connector = await startWeekConnector(directory, variant)
        connectors.set(variant, connector)
        await connector.syncFull()
      }
    }, longest)
    afterAll(async () => {
      for (const connector of connectors.values()) await connector.close()
    })
    const connectorOf = (variant: WeekVariant): WeekConnector => {
      const connector = connectors.get(variant)
      if (connector === undefined) throw new Error(`${variant.name} was not started.`)
      return connector
    }

    test.each(variants)('$name: the first full sync leaves nothing to do', async (variant) => {
      expect((await connectorOf(variant).dryRun()).changes).toEqual([])
    })

    describe.each(steps)('$name', (step) => {
      beforeAll(() => step.happen(directory), longest)
      test.each(variants)('$name', (variant) => expectStep(step, variant, connectorOf(variant)))
    })

    for (const { name: closing, concerns, check } of closings) {
      describe(`in the end, ${closing}`, () => {
        test.each(variants.filter(concerns))('$name', (variant) => check(connectorOf(variant), directory, variant))
      })
    }
  })
}

async function expectStep(step: WeekStep, variant: WeekVariant, connector: WeekConnector): Promise<void> {
  const idsBefore = await idsIn(connector)
  const before = await connector.snapshot()
  connector.store.requests.reset()
  connector.wire.takeRequests()

  const { plan, changes } = await connector.syncIncremental()
  const messages = connector.wire.takeRequests()
  const requests = connector.store.requests.all()

  expect(changes).toEqual(wanted(step, variant).toSorted())
  expect(plan).toMatchObject({ complete: true, basis: { kind: 'changes', method: variant.method } })
  if (step.store === 'not asked') expect(requests).toEqual({})
  if (step.happens === 'nothing') expect(messages).toBeLessThanOrEqual(variant.messages)
  // Timestamps are told again for a while, and do not move within a second.
  if (variant.method !== 'timestamps') {
    const position = (await connector.snapshot())?.watermark?.position
    if (step.happens === 'nothing') expect(plan.basis).toMatchObject({ read: 0 })
    else expect(position).not.toBe(before?.watermark?.position)
  }
  expect((await connector.dryRun()).changes).toEqual([])

  const idsAfter = await idsIn(connector)
  const planned = (kind: string) => changes.filter((each) => each.startsWith(kind) && !isBeside(each)).length
  expect(idsAfter.filter((id) => !idsBefore.includes(id))).toHaveLength(planned('create'))
  expect(idsBefore.filter((id) => !idsAfter.includes(id))).toHaveLength(planned('delete'))
}

/** Contacts are not read back, and pictures are parts of users. */
function isBeside(change: string): boolean {
  return /^\w+ (contact|avatar) /.test(change)
}

function wanted({ changes, flat }: WeekStep, { groups }: WeekVariant): readonly string[] {
  return groups === 'flat' ? (flat ?? changes) : changes
}

async function idsIn(connector: WeekConnector): Promise<readonly string[]> {
  const { users, groups } = await connector.read()
  return [...users, ...groups].map(({ id }) => id)
}
