import { type ConnectorUnderTest, connectorOn, settingsWith } from '../../fakes/connectorOn.ts'
import { fakeSource } from '../../fakes/fakeSource.ts'
import { fakeTarget } from '../../fakes/fakeTarget.ts'
import { group, person } from '../../fakes/people.ts'

let connector: ConnectorUnderTest
afterEach(() => connector.close())

const named = (name: string, displayName: string, ou = 'OU=Staff') => {
  const entry = person(name, { ou })
  return { ...entry, attributes: { ...entry.attributes, displayname: [displayName] } }
}
const found = (text: string, limit = 20) => connector.known(text, limit).map(({ name }) => name)

beforeEach(async () => {
  const entries = [
    named('jsmith', 'Jürgen Smith'),
    named('ann', 'Anna Öztürk'),
    named('joann', 'Jo Ann'),
    named('zed', 'Żaneta Nowak', 'OU=Ännex'),
    group('Annex', []),
  ]
  connector = await connectorOn(fakeSource(entries), fakeTarget(), settingsWith())
  await connector.syncFull()
})

test('objects are found by name, display name and DN; those that begin with the text come first', () => {
  expect(connector.known('ann', 20)).toEqual([
    { kind: 'user', name: 'ann@corp.test', displayName: 'Anna Öztürk', dn: 'CN=ann,OU=Staff,DC=corp,DC=test' },
    { kind: 'group', name: 'Annex', displayName: null, dn: 'CN=Annex,OU=Groups,DC=corp,DC=test' },
    { kind: 'user', name: 'joann@corp.test', displayName: 'Jo Ann', dn: 'CN=joann,OU=Staff,DC=corp,DC=test' },
  ])
  expect(found('smith')).toEqual(['jsmith@corp.test'])
  expect(found('ou=groups')).toEqual(['Annex'])
  expect(found('corp', 2)).toHaveLength(2)
})

test('letters of every alphabet are found in either case', () => {
  expect(found('JÜRGEN')).toEqual(['jsmith@corp.test'])
  expect(found('öztür')).toEqual(['ann@corp.test'])
  expect(found('ÖZTÜR')).toEqual(['ann@corp.test'])
  expect(found('żan')).toEqual(['zed@corp.test'])
  expect(found('ou=ännex')).toEqual(['zed@corp.test'])
  expect(found('ü')).toEqual(['ann@corp.test', 'jsmith@corp.test'])
})

test('nothing is found for nothing, and signs of a pattern stand for themselves', () => {
  expect(found('')).toEqual([])
  expect(found('  ')).toEqual([])
  expect(found('%')).toEqual([])
  expect(found('j_mith')).toEqual([])
  expect(found('nobody')).toEqual([])
})
