import { type ConnectorUnderTest, connectorOn, settingsWith } from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { baseDn, person } from '../fakes/people.ts'

describe('explaining one object', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  beforeEach(async () => {
    const ann = person('ann', { title: 'Chef' })
    source = fakeSource([
      { ...ann, attributes: { ...ann.attributes, objectcategory: ['person'], objectclass: ['user'] } },
      person('kim', { mail: 'no address' }),
      person('lee', { ou: 'OU=Guests' }),
    ])
    target = fakeTarget()
    const settings = settingsWith({
      selection: { baseDns: [baseDn], excludeDns: [`OU=Guests,${baseDn}`] },
      guards: { protected: ['ann@corp.test'] },
    })
    connector = await connectorOn(source, target, settings)
  })
  afterEach(() => connector.close())

  it('follows it from the base to the last outcome', async () => {
    await connector.syncFull()
    const { entries } = await connector.explain('ANN@corp.test')
    expect(entries).toHaveLength(1)
    const [entry] = entries
    expect(entry).toMatchObject({
      kind: 'user',
      anchor: 'anchor-ann',
      isProtected: true,
      skipped: null,
      link: { resourceId: target.user('ann@corp.test')?.id },
      resource: { by: 'link' },
    })
    expect(entry?.rows.find(({ attribute }) => attribute === 'title')).toMatchObject({ text: 'Chef' })
    expect(entry?.history[0]).toMatchObject({ planId: 1, change: { kind: 'create' }, outcome: { kind: 'done' } })
    expect((await connector.explain(person('ann').dn)).entries[0]?.anchor).toBe('anchor-ann')
  })

  it('says why an entry is excluded or skipped', async () => {
    expect((await connector.explain('lee@corp.test')).entries[0]?.decision).toMatchObject({ kind: 'excluded' })
    expect((await connector.explain(person('kim').dn)).entries[0]?.skipped).toContain('no address')
  })

  it('shows the user that the store has when the directory has none', async () => {
    target.addUser('gone@corp.test')
    const { entries, resource } = await connector.explain('gone@corp.test')
    expect(entries).toEqual([])
    expect(resource?.user.values.uid).toBe('gone@corp.test')
    expect((await connector.explain('nobody@corp.test')).resource).toBeNull()
  })

  it('evaluates an expression for a real user', async () => {
    expect(await connector.evaluate('displayName + " (" + title + ")"', 'ann@corp.test')).toBe('ann (Chef)')
    await expect(connector.evaluate('title', 'nobody@corp.test')).rejects.toMatchObject({
      side: 'directory',
      code: 'user-not-found',
    })
    await expect(connector.evaluate('title +', 'ann@corp.test')).rejects.toMatchObject({
      side: 'settings',
      code: 'invalid-expression',
    })
    source.entries.push(person('double', { mail: 'ann@corp.test' }))
    await expect(connector.evaluate('title', 'ann@corp.test')).rejects.toMatchObject({ code: 'several-users' })
  })
})
