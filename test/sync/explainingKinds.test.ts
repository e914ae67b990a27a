import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connector } from '../../app/api/connector.ts'
import type { ExplainedEntry } from '../../app/api/explain/explanation.ts'
import type { DirectoryEntry } from '../../app/demo/directory/directoryEntry.ts'
import type { Settings } from '../../app/settings/schema.ts'
import { loadSettings, saveSettings } from '../../app/settings/settingsFile.ts'
import { explanationText } from '../../main/cli/explanationText.ts'
import { composeConnector } from '../../main/compose.ts'
import { leapingClock } from '../fakes/leapingClock.ts'
import { baseDn } from '../fakes/people.ts'
import { type EmbeddedSides, securityGroup, staff, startEmbeddedSides } from './embeddedSides.ts'

const picture = readFileSync(join(import.meta.dirname, '../fixtures/pictures/baseline.jpg'))
const otherPicture = readFileSync(join(import.meta.dirname, '../fixtures/pictures/progressive.jpg'))
const dnOf = (name: string) => `CN=${name},OU=Staff,${baseDn}`
const groupDn = (name: string) => `CN=${name},OU=Groups,${baseDn}`

const room: DirectoryEntry = {
  dn: `CN=Lisbon,OU=Rooms,${baseDn}`,
  attributes: {
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    objectCategory: [`CN=Person,CN=Schema,CN=Configuration,${baseDn}`],
    cn: ['Lisbon'],
    mail: ['lisbon@corp.test'],
    displayName: ['Lisbon'],
    employeeType: ['none'],
    userAccountControl: ['514'],
    msExchResourceMetaData: ['ResourceType:Room'],
  },
}

function contact(name: string): DirectoryEntry {
  return {
    dn: `CN=${name},OU=Partners,${baseDn}`,
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'contact'],
      objectCategory: [`CN=Person,CN=Schema,CN=Configuration,${baseDn}`],
      cn: [name],
      displayName: [name],
      mail: [`${name}@partner.test`],
      company: ['Partner'],
    },
  }
}

describe('explaining rooms, contacts, groups and pictures', () => {
  let sides: EmbeddedSides
  let connector: Connector
  beforeEach(async () => {
    const entries = [
      ...staff(2),
      room,
      contact('kay'),
      contact('lou'),
      securityGroup('Crew', [dnOf('p0'), dnOf('p1'), groupDn('Deck'), `CN=kay,OU=Partners,${baseDn}`]),
      securityGroup('Deck', [groupDn('Crew')]),
      securityGroup('Solo', [dnOf('p0')]),
    ]
    sides = await startEmbeddedSides(entries, {
      selection: { rooms: { enabled: true }, contacts: { enabled: true } },
    })
    sides.directory.replace(dnOf('p0'), { thumbnailPhoto: [picture] })
    connector = composeConnector({
      ...{ dataFolder: sides.folder, access: 'write', purpose: 'test', environment: sides.environment },
      ...{ clock: leapingClock(new Date()), progress: () => {} },
    })
  })
  afterEach(async () => {
    await connector?.close()
    await sides?.close()
  })

  const change = async (changes: Partial<Settings>) =>
    saveSettings(sides.folder, { ...(await loadSettings(sides.folder)), ...changes })
  const explained = async (who: string): Promise<ExplainedEntry> => {
    const [entry, ...others] = (await connector.explain(who)).entries
    if (!entry || others.length > 0) throw new Error(`${who} is not one entry`)
    return entry
  }
  const linesOf = async (who: string) => [...explanationText(await connector.explain(who))]
  const send = async (method: string, endpoint: string, body?: object) => {
    const headers = {
      authorization: `Bearer ${sides.environment.STORE_TOKEN}`,
      'content-type': 'application/scim+json',
    }
    const response = await fetch(`${sides.store.url}${endpoint}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return JSON.parse(text === '' ? '{}' : text) as { readonly id: string }
  }

  it('traces a room as a room, with what identifies it', async () => {
    const before = await explained('lisbon@corp.test')
    expect(before).toMatchObject({
      kind: 'user',
      room: { attribute: 'msExchResourceMetaData', value: 'ResourceType:Room' },
      skipped: null,
      resource: null,
    })
    const traced = before.rows.map(({ attribute }) => attribute)
    expect(traced).toContain('displayName')
    expect(traced).not.toContain('ds-pwp-account-disabled')
    expect(traced).not.toContain('employeeType')
    await connector.syncFull()
    const after = await explained('lisbon@corp.test')
    expect(after.resource?.user).toMatchObject({ active: true, values: { room: 'room' } })
    expect(after.pending).toMatchObject({ attributes: [], active: { before: true, after: true } })
    expect(await linesOf('p0@corp.test')).not.toContainEqual(expect.stringContaining('Room'))
  })

  it('says nothing of rooms while they are switched off', async () => {
    const { selection } = await loadSettings(sides.folder)
    await change({ selection: { ...selection, rooms: { ...selection.rooms, enabled: false } } })
    const entry = await explained('lisbon@corp.test')
    expect(entry.room).toBeNull()
    expect(entry.rows.map(({ attribute }) => attribute)).toContain('ds-pwp-account-disabled')
    expect((await linesOf('lisbon@corp.test')).join('\n')).not.toContain('oom  ')
  })

  it('follows a contact from the mapping to the last outcome', async () => {
    const before = await explained('kay@partner.test')
    expect(before).toMatchObject({
      kind: 'contact',
      kindIs: 'synchronized',
      decision: { kind: 'selected' },
      link: null,
      contact: { resource: null, join: { kind: 'create', because: 'new' } },
      pending: null,
      picture: null,
    })
    expect(before.rows.find(({ attribute }) => attribute === 'o')).toMatchObject({ text: 'Partner' })
    await connector.syncFull()
    sides.directory.replace(`CN=kay,OU=Partners,${baseDn}`, { title: ['Buyer'] })
    const after = await explained('kay@partner.test')
    expect(after).toMatchObject({
      contact: { join: { kind: 'joined', by: 'link' } },
      pending: { attributes: ['title'], before: { title: null }, after: { title: 'Buyer' }, active: null },
    })
    expect(after.link?.resourceId).toBe(after.contact?.resource?.id)
    expect(after.history[0]).toMatchObject({
      change: { objectKind: 'contact', kind: 'create' },
      outcome: { kind: 'done' },
    })
    expect(await linesOf('kay@partner.test')).toContain('Change    title: nothing → Buyer')
  })

  it("tells a contact of somebody else's making, and one that only the store has", async () => {
    const found = { displayName: 'Foreign', emails: [{ value: 'KAY@partner.test', type: 'work' }] }
    const types = (await send('GET', '/ResourceTypes')) as unknown as {
      readonly Resources: ReadonlyArray<{ readonly name: string; readonly schema: string }>
    }
    const schema = types.Resources.find(({ name }) => name === 'Contact')?.schema
    const { id } = await send('POST', '/Contacts', { ...found, schemas: [schema] })
    expect((await explained('kay@partner.test')).contact).toMatchObject({
      resource: null,
      join: { kind: 'held', reason: { kind: 'not-created-here', resourceId: id } },
    })
    sides.directory.delete(`CN=kay,OU=Partners,${baseDn}`)
    expect(await connector.explain('kay@partner.test')).toMatchObject({ entries: [], resource: null, contact: { id } })
  })

  it('does not read contacts that are switched off, and says that they are', async () => {
    const { selection } = await loadSettings(sides.folder)
    await change({ selection: { ...selection, contacts: { ...selection.contacts, enabled: false } } })
    const entry = await explained('kay@partner.test')
    expect(entry).toMatchObject({ kindIs: 'switched-off', pending: null, contact: { resource: null, join: null } })
    expect(await linesOf('kay@partner.test')).toContain('Selected  no: contacts are switched off in the settings')
  })

  it('tells of a group how many members are known, and through whom it is a member of itself', async () => {
    expect((await explained(groupDn('Crew'))).group).toMatchObject({
      name: 'Crew',
      members: { read: 4, linked: null, groups: null },
      resource: null,
    })
    await connector.syncFull()
    const crew = await explained(groupDn('Crew'))
    expect(crew.group).toMatchObject({
      members: { read: 4, linked: 3, groups: 1 },
      nesting: 'nested',
      memberOfItself: { through: ['Deck'] },
      resource: { members: 3, by: 'link', group: { displayName: 'Crew' } },
      rename: null,
    })
    expect((await explained(groupDn('Solo'))).group).toMatchObject({
      members: { read: 1, linked: 1, groups: 0 },
      memberOfItself: null,
    })
    await send('PATCH', `/Groups/${crew.link?.resourceId}`, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'displayName', value: 'Gang' }],
    })
    expect((await explained(groupDn('Crew'))).group?.rename).toEqual({ before: 'Gang', after: 'Crew' })
  })

  it('sees a circle that the directory has closed since the last sync, and one that it has opened', async () => {
    await connector.syncFull()
    sides.directory.addMembers(groupDn('Solo'), [groupDn('Solo')])
    sides.directory.removeMembers(groupDn('Crew'), [groupDn('Deck')])
    expect((await explained(groupDn('Solo'))).group?.memberOfItself).toEqual({ through: [] })
    expect((await explained(groupDn('Crew'))).group?.memberOfItself).toBeNull()
  })

  it('says nothing of pictures while none are wanted', async () => {
    expect((await explained('p0@corp.test')).picture).toBeNull()
  })

  it('tells a picture at its source, what was sent last, and what a sync would do', async () => {
    await change({ avatar: { enabled: true, source: 'attribute', attribute: 'thumbnailPhoto' } })
    const photo = { mediaType: 'image/jpeg', size: picture.length }
    expect((await explained('p0@corp.test')).picture).toMatchObject({
      kind: 'looked-at',
      place: 'thumbnailPhoto',
      found: { kind: 'photo', photo },
      sent: null,
      change: { kind: 'create', reason: { kind: 'picture-new' } },
    })
    expect((await explained('p1@corp.test')).picture).toMatchObject({
      found: { kind: 'none', problem: { code: 'no-value' } },
      change: null,
    })
    expect((await explained('kay@partner.test')).picture).toBeNull()
    await connector.syncFull()
    expect((await explained('p0@corp.test')).picture).toMatchObject({ sent: photo, change: null })
    sides.directory.replace(dnOf('p0'), { thumbnailPhoto: [otherPicture] })
    expect((await explained('p0@corp.test')).picture).toMatchObject({
      sent: photo,
      change: { kind: 'update', reason: { kind: 'picture-differs' } },
    })
    sides.directory.replace(dnOf('p0'), { thumbnailPhoto: [Buffer.from('no picture')] })
    expect((await explained('p0@corp.test')).picture).toMatchObject({
      found: { kind: 'refused', problem: { code: 'not-a-picture' } },
      sent: photo,
      change: null,
    })
    sides.directory.replace(dnOf('p0'), { thumbnailPhoto: [] })
    expect((await explained('p0@corp.test')).picture).toMatchObject({ change: { kind: 'delete' } })
  })

  it('writes nothing on either side, nor in the state', async () => {
    await change({ avatar: { enabled: true, source: 'attribute', attribute: 'thumbnailPhoto' } })
    for (const who of ['p0@corp.test', 'lisbon@corp.test', 'kay@partner.test', groupDn('Crew')]) await explained(who)
    expect(await sides.list('Users')).toEqual([])
    expect(await sides.list('Groups')).toEqual([])
    expect(connector.runs()).toEqual([])
  })
})
