import { answeringSource } from '../fakes/answeringSource.ts'
import { changesOf, connectorOn, expectEqual, said } from '../fakes/connectorOn.ts'
import { cutShort } from '../fakes/fakeSource.ts'
import { fakeTarget } from '../fakes/fakeTarget.ts'
import { person } from '../fakes/people.ts'

/** A change that one run wrote without settling it, and that the directory takes back before the next one. */
describe('a value that was written beside the snapshot and is taken back in the directory', () => {
  const company = async () => {
    const source = answeringSource([person('ann', { title: 'Cook' }), person('bob')])
    const target = fakeTarget()
    const connector = await connectorOn(source, target)
    await connector.syncFull()
    const entitle = (title: string) => source.entries.splice(0, 1, person('ann', { title }))
    const back = async () => {
      entitle('Cook')
      const changes = changesOf(connector, await connector.syncIncremental()).map(said)
      expect(target.user('ann@corp.test')?.values.title).toBe('Cook')
      expect(changesOf(connector, await connector.syncIncremental())).toEqual([])
      await expectEqual(connector)
      await connector.close()
      return changes
    }
    return { source, target, connector, entitle, back }
  }

  it('is taken back in the store too after a sync of that entry alone', async () => {
    const { connector, target, entitle, back } = await company()
    entitle('Chef')
    await connector.syncOnly('ann@corp.test')
    expect(target.user('ann@corp.test')?.values.title).toBe('Chef')
    expect(await back()).toEqual(['update ann@corp.test (differs)'])
  })

  it('is taken back in the store too after an incomplete read', async () => {
    const { source, connector, target, entitle, back } = await company()
    entitle('Chef')
    source.gaps.push(cutShort)
    await connector.syncIncremental()
    expect(target.user('ann@corp.test')?.values.title).toBe('Chef')
    source.gaps.length = 0
    expect(await back()).toEqual(['update ann@corp.test (differs)'])
  })
})
