import type { PictureOutcome, PictureSource } from '../../app/avatar/pictureSource.ts'
import type { Entry } from '../../app/model/entry.ts'
import { explanationText } from '../../main/cli/explanationText.ts'
import { type ConnectorUnderTest, connectorOn, settingsWith } from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { baseDn, contact, group, person } from '../fakes/people.ts'

/** What the default filters of Active Directory ask for. */
function inClass(entry: Entry, objectClass: string): Entry {
  const marks = { objectcategory: ['person'], objectclass: [objectClass], grouptype: ['-2147483646'] }
  return { ...entry, attributes: { ...entry.attributes, ...marks } }
}

describe('explaining one object', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  beforeEach(async () => {
    const ann = person('ann', { title: 'Chef' })
    source = fakeSource([
      {
        ...ann,
        attributes: { ...ann.attributes, preferredlanguage: ['en'], objectcategory: ['person'], objectclass: ['user'] },
      },
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

  it('names who else would have the same uid, and plans nothing then', async () => {
    await connector.syncFull()
    const other = { ...person('ann', { title: 'Waiter' }), dn: `CN=Ann Other,${baseDn}`, anchor: 'anchor-other' }
    source.entries.push(inClass(other, 'user'))
    const { entries } = await connector.explain(person('ann').dn)
    expect(entries[0]).toMatchObject({ rivals: [`CN=Ann Other,${baseDn}`], pending: null })
  })

  it('shows what became of a value, and why', async () => {
    const { entries } = await connector.explain('ann@corp.test')
    const [entry] = entries
    expect(entry?.rows.find(({ attribute }) => attribute === 'preferredLanguage')).toMatchObject({
      text: 'en',
      validated: { kind: 'valid', value: 'en-US', note: 'names no country; en-US is used' },
    })
    const text = [...explanationText(await connector.explain('ann@corp.test'))].join('\n')
    expect(text).toContain(
      'preferredLanguage ← preferredLanguage: "en-US", because the value names no country; en-US is used',
    )
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

describe('explaining what a store cannot have', () => {
  let connector: ConnectorUnderTest | undefined
  afterEach(() => connector?.close())

  const selected = { baseDns: [baseDn], groups: { enabled: true }, contacts: { enabled: true } }
  const avatar = { enabled: true, source: 'server', pattern: 'https://pictures.test/{cn}.jpg' } as const
  const attributes = new Set(['uid', 'displayName'] as const)
  const [kay, lou] = [inClass(contact('kay'), 'contact'), inClass(contact('lou'), 'contact')]

  it('says that a store holds no more contacts', async () => {
    const target = fakeTarget({ contacts: { attributes, atMost: 1 } })
    connector = await connectorOn(fakeSource([kay, lou, person('ann')]), target, settingsWith({ selection: selected }))
    await connector.syncFull()
    expect((await connector.explain('kay@partner.test')).entries[0]?.contact).toMatchObject({ join: { by: 'link' } })
    const explanation = await connector.explain('lou@partner.test')
    expect(explanation.entries[0]?.contact?.join).toMatchObject({ reason: { kind: 'over-cap', cap: 1 } })
    expect([...explanationText(explanation)].join('\n')).toContain('the store holds at most 1 contact')
  })

  it('says that the contact that was created is gone, and that contacts are not kept at all', async () => {
    const target = fakeTarget({ contacts: { attributes, atMost: null } })
    connector = await connectorOn(fakeSource([kay, person('ann')]), target, settingsWith({ selection: selected }))
    await connector.syncFull()
    target.contacts.clear()
    const [gone] = (await connector.explain(kay.dn)).entries
    expect(gone?.contact).toMatchObject({ resource: null, join: { kind: 'create', because: 'resource-missing' } })
    target.capabilities = { ...target.capabilities, contacts: null }
    const [never] = (await connector.explain(kay.dn)).entries
    expect(never).toMatchObject({ kindIs: 'not-kept', contact: { resource: null, join: null }, pending: null })
  })

  it('does not call a change what the store is known not to keep', async () => {
    const target = fakeTarget()
    target.faults = { ignored: ['title'] }
    const ann = inClass(person('ann', { title: 'Chef' }), 'user')
    connector = await connectorOn(fakeSource([ann]), target)
    expect((await connector.explain('ann@corp.test')).entries[0]?.resource).toBeNull()
    await connector.syncFull()
    expect((await connector.explain('ann@corp.test')).entries[0]?.pending?.attributes).toEqual([])
  })

  it('says what becomes of groups in a group where the store keeps none', async () => {
    const [deck, crew] = [inClass(group('Deck', []), 'group'), group('Crew', ['CN=Deck,OU=Groups,DC=corp,DC=test'])]
    connector = await connectorOn(
      fakeSource([deck, inClass(crew, 'group'), person('ann')]),
      fakeTarget({ groups: 'flat' }),
    )
    await connector.syncFull()
    const explanation = await connector.explain(crew.dn)
    expect(explanation.entries[0]?.group).toMatchObject({ nesting: 'flat', members: { read: 1, linked: 1, groups: 1 } })
    expect([...explanationText(explanation)].join('\n')).toContain(
      'the users of the groups in it become its own members',
    )
  })

  it('asks a resource server for the picture, and shows where that led', async () => {
    const bytes = Buffer.from('bytes')
    const picture = {
      type: 'JPEG',
      mediaType: 'image/jpeg',
      width: 1,
      height: 1,
      sha256: 'ab'.repeat(32),
      bytes,
    } as const
    const finalUri = 'https://cdn.test/ann.jpg'
    const origin = { kind: 'server', uri: 'https://pictures.test/ann.jpg', finalUri, validators: noValidators } as const
    connector = await withPicture({ kind: 'picture', picture, origin }, 'links')
    expect((await connector.explain('ann@corp.test')).entries[0]?.picture).toMatchObject({
      place: finalUri,
      found: { kind: 'photo', photo: { value: 'https://pictures.test/ann.jpg', mediaType: 'image/jpeg', size: 5 } },
      change: { kind: 'create' },
    })
  })

  it('says why a picture is refused, and why none are sent', async () => {
    const problem = {
      side: 'directory',
      code: 'too-large',
      message: 'Too large.',
      remedy: 'Cut it.',
      place: 'x',
    } as const
    connector = await withPicture({ kind: 'refused', problem }, 'bytes')
    const [refused] = (await connector.explain('ann@corp.test')).entries
    expect(refused?.picture).toMatchObject({ found: { kind: 'refused', problem }, sent: null, change: null })
    await connector.close()
    connector = await withPicture({ kind: 'refused', problem }, 'none')
    const [none] = (await connector.explain('ann@corp.test')).entries
    expect(none?.picture).toMatchObject({ kind: 'not-sent', finding: { side: 'store', subject: 'avatar' } })
  })

  const noValidators = { etag: null, lastModified: null }

  function withPicture(outcome: PictureOutcome, pictures: 'bytes' | 'links' | 'none'): Promise<ConnectorUnderTest> {
    const found: PictureSource = { attributes: ['cn'], picture: async () => outcome, close: async () => {} }
    const settings = settingsWith({ avatar: { ...avatar, reachableFromStore: true } })
    const source = fakeSource([inClass(person('ann'), 'user')])
    return connectorOn(source, fakeTarget({ pictures }), settings, undefined, found)
  }
})
