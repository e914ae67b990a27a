import type { Entry } from '../../app/model/entry.ts'
import { changesOf, connectorOn, said } from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { fakeTarget } from '../fakes/fakeTarget.ts'
import { deleteInDirectory, moveInDirectory } from '../fakes/fakeTracking.ts'
import { baseDn, crowd, group, person } from '../fakes/people.ts'
import { watchStatements } from './watchStatements.ts'

/** A company with teams that was synchronized whole. */
async function company(groups: 'nested' | 'flat') {
  const people = crowd(30, { managerDn: person('p0').dn })
  const inner = group('inner', [person('p1').dn, person('p2').dn])
  const source = fakeSource([...people, inner, group('outer', [inner.dn, person('p3').dn])])
  source.containers = ['Staff', 'Groups', 'Other'].map((name) => ({ anchor: `ou-${name}`, dn: `OU=${name},${baseDn}` }))
  const connector = await connectorOn(source, fakeTarget({ groups }))
  await connector.syncFull()
  return { source, connector }
}

function withEntry(source: FakeSource, anchor: string, changed: (entry: Entry) => Entry): void {
  source.entries = source.entries.map((entry) => (entry.anchor === anchor ? changed(entry) : entry))
}

function withAttributes(source: FakeSource, anchor: string, attributes: Entry['attributes']): void {
  withEntry(source, anchor, (entry) => ({ ...entry, attributes: { ...entry.attributes, ...attributes } }))
}

describe.each(['nested', 'flat'] as const)('the statements of an incremental sync with %s groups', (groups) => {
  it('walk over no table that grows with the directory when nothing has changed', async () => {
    const { connector } = await company(groups)
    const statements = watchStatements()
    const { run } = await connector.syncIncremental()
    expect(statements.stop()).toEqual([])
    expect(run.status).toBe('equal')
    await connector.close()
  })

  it('walk over no such table when people and groups come, change and go', async () => {
    const { source, connector } = await company(groups)
    source.entries = [
      ...source.entries,
      person('new', { managerDn: person('p4').dn }),
      group('third', [person('p5').dn]),
    ]
    withAttributes(source, 'anchor-p1', { displayname: ['One'] })
    withAttributes(source, 'anchor-p6', { mail: ['p7@corp.test'] })
    withAttributes(source, 'anchor-p8', { useraccountcontrol: ['514'] })
    withEntry(source, 'anchor-inner', (entry) => ({ ...entry, memberDns: [person('p2').dn, person('p9').dn] }))
    deleteInDirectory(source, person('p10').dn)
    moveInDirectory(source, person('p11').dn, `CN=p11,OU=Other,${baseDn}`)
    const statements = watchStatements()
    const result = await connector.syncIncremental()
    connector.passDays(8)
    const later = await connector.syncIncremental()
    expect(statements.stop()).toEqual([])
    expect(changesOf(connector, result).length).toBeGreaterThan(5)
    expect(changesOf(connector, later).map(said)).toEqual(['delete p10@corp.test (vanished-long-enough)'])
    await connector.close()
  })
})

describe('the statements of an incremental sync that compares', () => {
  it('walk over snapshot and links where deletions are not told', async () => {
    const { source, connector } = await company('nested')
    source.tracking = { method: 'timestamps', deletions: 'untold' }
    await connector.syncFull()
    deleteInDirectory(source, person('p4').dn)
    const statements = watchStatements()
    await connector.syncIncremental()
    const walks = statements.stop()
    expect([...new Set(walks.map(({ table }) => table))]).toEqual(['snapshot', 'links'])
    await connector.close()
  })
})
