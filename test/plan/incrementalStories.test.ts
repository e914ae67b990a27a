import fc from 'fast-check'
import { attributeSource } from '../../app/avatar/attributeSource.ts'
import type { Entry } from '../../app/model/entry.ts'
import type { UserValues } from '../../app/model/resource.ts'
import type { TargetCapabilities } from '../../app/target/target.ts'
import { answeringSource } from '../fakes/answeringSource.ts'
import { changesOf, connectorOn, said, settingsWith } from '../fakes/connectorOn.ts'
import { cutShort, type FakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { deleteInDirectory, moveInDirectory } from '../fakes/fakeTracking.ts'
import { baseDn, contact, group, person } from '../fakes/people.ts'
import { addForeigner, startingStore } from './steps.ts'
import { base64Of } from './world.ts'

const index = fc.nat(30)
const mail = fc.constantFrom('ann', 'Ann', 'bob', 'eve', 'kim', 'lee', 'mia', null).map((it) => it && `${it}@corp.test`)
const container = fc.constantFrom('OU=Staff', 'OU=Sales,OU=Staff', 'OU=Plant', 'OU=Out', 'OU=Deep,OU=Sales,OU=Staff')

const address = fc
  .constantFrom('ida', 'Ida', 'kim', 'ned', 'una', null, 'wrong')
  .map((it) => (it === null || it === 'wrong' ? it : `${it}@partner.test`))
const number = fc.constantFrom('+49 30 123456', null)
const photo = fc.constantFrom('plain.gif', 'plain.png', 'other.webp', null)

const happening = fc.oneof(
  fc.record({ kind: fc.constant('hire' as const), mail, ou: container, manager: fc.option(index) }),
  fc.record({ kind: fc.constant('leave' as const), index }),
  fc.record({ kind: fc.constant('mail' as const), index, mail }),
  fc.record({ kind: fc.constant('title' as const), index, title: fc.constantFrom('Chef', 'Pilot') }),
  fc.record({ kind: fc.constant('manager' as const), index, manager: index }),
  fc.record({ kind: fc.constant('disable' as const), index }),
  fc.record({ kind: fc.constant('move' as const), index, ou: container }),
  fc.record({ kind: fc.constant('rename' as const), index }),
  fc.record({ kind: fc.constant('container' as const), from: container, to: container }),
  fc.record({ kind: fc.constant('members' as const), index, members: fc.array(index, { maxLength: 5 }) }),
  fc.record({
    kind: fc.constant('team' as const),
    name: fc.constantFrom('Crew', 'crew', 'Board'),
    members: fc.array(index, { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('come-back' as const), index }),
  fc.record({ kind: fc.constant('server' as const), server: fc.constantFrom('one.test:636', 'two.test:636') }),
  fc.record({ kind: fc.constant('gap' as const) }),
  fc.record({ kind: fc.constant('contact' as const), mail: address, number, ou: container }),
  fc.record({ kind: fc.constant('contact-goes' as const), index }),
  fc.record({ kind: fc.constant('contact-changes' as const), index, mail: address, number }),
  fc.record({ kind: fc.constant('contact-moves' as const), index, ou: container }),
  fc.record({ kind: fc.constant('turn' as const), index, anchor: fc.constantFrom('same' as const, 'new' as const) }),
  fc.record({ kind: fc.constant('room' as const), index }),
  fc.record({ kind: fc.constant('photo' as const), index, photo }),
  fc.record({ kind: fc.constant('store-contact' as const), mail: address }),
  fc.record({ kind: fc.constant('store-contact-goes' as const), index }),
  fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 8) }),
)
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never

interface Directory {
  readonly source: FakeSource
  readonly target: FakeTarget
  /** Contacts that the connector did not create. */
  readonly foreign: Map<string, UserValues>
  readonly gone: Entry[]
  made: number
}

/** The first person, the first team and one contact are always there: a directory that shows nothing halts every run. */
const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items.slice(1)[at % (items.length - 1 || 1)]

function happen(it: Happening, directory: Directory): number {
  const { source } = directory
  const people = source.entries.filter(({ kind }) => kind === 'user')
  const teams = source.entries.filter(({ kind }) => kind === 'group')
  const contacts = source.entries.filter(({ kind, anchor }) => kind === 'contact' && anchor !== contact('kez').anchor)
  const partner = 'index' in it ? contacts[it.index % (contacts.length || 1)] : undefined
  const somebody = 'index' in it ? pick(people, it.index) : undefined
  const team = 'index' in it ? pick(teams, it.index) : undefined
  const dnAt = (at: number) => source.entries[at % source.entries.length]?.dn ?? ''
  const edit = (anchor: string, attributes: Entry['attributes']) => {
    source.entries = source.entries.map((entry) => (entry.anchor === anchor ? { ...entry, attributes } : entry))
  }
  const isFree = (dn: string) => !source.entries.some((entry) => entry.dn.toLowerCase() === dn.toLowerCase())
  const setOn = (entry: Entry, changes: Readonly<Record<string, string | null>>) => {
    const all = {
      ...entry.attributes,
      ...Object.fromEntries(Object.entries(changes).map(([k, v]) => [k, v ? [v] : []])),
    }
    edit(entry.anchor, Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0)))
  }
  switch (it.kind) {
    case 'contact': {
      directory.made += 1
      const made = contact(`k${directory.made}`, it.mail)
      const dn = `CN=k${directory.made},${it.ou},${baseDn}`
      source.entries = [...source.entries, { ...made, dn }]
      setOn(made, { telephonenumber: it.number })
      break
    }
    case 'contact-goes':
      if (partner) {
        directory.gone.push(partner)
        deleteInDirectory(source, partner.dn)
      }
      break
    case 'contact-changes':
      if (partner) setOn(partner, { mail: it.mail, telephonenumber: it.number })
      break
    case 'contact-moves':
      if (partner) {
        const to = `${partner.dn.split(',')[0]},${it.ou},${baseDn}`
        if (isFree(to)) moveInDirectory(source, partner.dn, to)
      }
      break
    case 'turn': {
      const [turned, kind] = it.index % 2 === 0 ? [somebody, 'contact' as const] : [partner, 'user' as const]
      if (!turned) break
      directory.made += 1
      const anchor = it.anchor === 'same' ? turned.anchor : `anchor-turned-${directory.made}`
      source.entries = source.entries.map((entry) => (entry === turned ? { ...turned, anchor, kind } : entry))
      if (kind === 'user') setOn({ ...turned, anchor }, { useraccountcontrol: '512' })
      break
    }
    case 'room':
      if (somebody) {
        const isRoom = somebody.attributes.msexchresourcemetadata !== undefined
        setOn(somebody, { msexchresourcemetadata: isRoom ? null : 'ResourceType:Room' })
      }
      break
    case 'photo':
      if (somebody) setOn(somebody, { thumbnailphoto: it.photo === null ? null : base64Of(it.photo) })
      break
    case 'store-contact': {
      // Others, too, are refused what is over the cap.
      if (directory.target.contacts.size >= cap) break
      const { id, values } = directory.target.addContact({ displayName: 'kim', ...(it.mail && { uid: it.mail }) })
      directory.foreign.set(id, values)
      break
    }
    case 'store-contact-goes': {
      const ids = [...directory.target.contacts.keys()]
      const id = ids[it.index % Math.max(1, ids.length)]
      if (id !== undefined) directory.target.contacts.delete(id)
      if (id !== undefined) directory.foreign.delete(id)
      break
    }
    case 'hire': {
      directory.made += 1
      const managerDn = it.manager === null ? undefined : dnAt(it.manager)
      const options = { mail: it.mail, ou: it.ou, ...(managerDn !== undefined && { managerDn }) }
      source.entries = [...source.entries, person(`p${directory.made}`, options)]
      break
    }
    case 'leave':
      if (somebody) {
        directory.gone.push(somebody)
        deleteInDirectory(source, somebody.dn)
      }
      break
    case 'come-back': {
      const back = directory.gone.splice(it.index % Math.max(1, directory.gone.length), 1)[0]
      if (back && isFree(back.dn)) source.entries = [...source.entries, back]
      break
    }
    case 'mail':
      if (somebody) {
        const { mail: _, ...others } = somebody.attributes
        edit(somebody.anchor, it.mail === null ? others : { ...others, mail: [it.mail] })
      }
      break
    case 'title':
      if (somebody) edit(somebody.anchor, { ...somebody.attributes, title: [it.title] })
      break
    case 'manager':
      if (somebody) edit(somebody.anchor, { ...somebody.attributes, manager: [dnAt(it.manager)] })
      break
    case 'disable':
      if (somebody) {
        const value = somebody.attributes.useraccountcontrol?.[0] === '514' ? '512' : '514'
        edit(somebody.anchor, { ...somebody.attributes, useraccountcontrol: [value] })
      }
      break
    case 'move':
      if (somebody) {
        const to = `${somebody.dn.split(',')[0]},${it.ou},${baseDn}`
        if (isFree(to)) moveInDirectory(source, somebody.dn, to)
      }
      break
    case 'rename':
      if (somebody) {
        directory.made += 1
        moveInDirectory(source, somebody.dn, somebody.dn.replace(/^CN=[^,]+/, `CN=n${directory.made}`))
      }
      break
    case 'container': {
      directory.made += 1
      const inTheWay = it.to.toLowerCase().endsWith(it.from.toLowerCase())
      if (!inTheWay) moveInDirectory(source, `${it.from},${baseDn}`, `OU=x${directory.made},${it.to},${baseDn}`)
      break
    }
    case 'members':
      if (team) {
        const memberDns = [...new Set(it.members.map(dnAt))]
        source.entries = source.entries.map((entry) => (entry === team ? { ...entry, memberDns } : entry))
      }
      break
    case 'team':
      directory.made += 1
      source.entries = [
        ...source.entries,
        { ...group(`t${directory.made}`, [...new Set(it.members.map(dnAt))]), attributes: { cn: [it.name] } },
      ]
      break
    case 'server':
      source.server = it.server
      break
    case 'gap':
      return 0
    case 'days':
      return it.days
  }
  tellContainers(directory)
  return 0
}

/** Every container has an anchor that stays with it. */
function tellContainers({ source }: Directory): void {
  const known = new Map(source.containers.map(({ anchor, dn }) => [dn.toLowerCase(), anchor]))
  for (const { dn } of source.entries) {
    for (
      let parent = dn.slice(dn.indexOf(',') + 1);
      parent.startsWith('OU=');
      parent = parent.slice(parent.indexOf(',') + 1)
    ) {
      if (known.has(parent.toLowerCase())) continue
      known.set(parent.toLowerCase(), `ou-${source.containers.length}`)
      source.containers = [...source.containers, { anchor: `ou-${source.containers.length}`, dn: parent }]
    }
  }
}

async function live(chapters: readonly Happening[][], target: FakeTarget, deletions: 'told' | 'untold'): Promise<void> {
  const zed = person('zed', { ou: 'OU=Keep' })
  const team = group('team', [person('p0').dn])
  const source = answeringSource([zed, person('p0', { managerDn: zed.dn }), team, contact('kez')])
  source.tracking = { method: 'usn', deletions }
  const directory: Directory = { source, target, foreign: new Map(), gone: [], made: 0 }
  tellContainers(directory)
  const settings = settingsWith({
    selection: {
      baseDns: [baseDn],
      excludeDns: [`OU=Out,${baseDn}`],
      groups: { enabled: true },
      rooms: { enabled: true },
      contacts: { enabled: true },
    },
    avatar: { enabled: true, source: 'attribute' },
  })
  const connector = await connectorOn(source, target, settings, undefined, attributeSource('thumbnailPhoto'))
  try {
    await connector.syncFull()
    const start = await connector.dryRun()
    if (changesOf(connector, start).length > 0) return
    for (const chapter of chapters) {
      let days = 0
      for (const it of chapter) days += happen(it, directory)
      connector.passDays(days)
      // What others do in the store is seen by a full sync alone.
      if (chapter.some(({ kind }) => kind.startsWith('store-'))) await connector.syncFull()
      if (chapter.some(({ kind }) => kind === 'gap')) {
        source.gaps = [cutShort]
        await connector.syncIncremental()
        source.gaps = []
      }
      const incremental = await connector.syncIncremental()
      const outcomes = [...connector.plan(incremental.plan.id).changes()].map(({ outcome }) => outcome)
      const failed = outcomes.filter((outcome) => outcome?.kind !== 'done')
      const fresh = await connector.dryRun()
      const left = changesOf(connector, fresh)
      if (failed.length > 0) {
        // Names that block each other: what is left is what failed, and whoever waits for it.
        expect(failed.map((outcome) => outcome && 'code' in outcome && outcome.code)).toEqual(
          failed.map(() => expect.stringMatching(/uniqueness|reference-missing/)),
        )
        return
      }
      expect(left.map(said)).toEqual([])
      expect(target.contacts.size).toBeLessThanOrEqual(cap)
      for (const [id, values] of directory.foreign) expect(target.contacts.get(id)?.values).toEqual(values)
      expect(target.writes.filter((write) => 'id' in write && directory.foreign.has(write.id))).toEqual([])
      const nothing = await connector.syncIncremental()
      expect(changesOf(connector, nothing).map(said)).toEqual([])
    }
  } finally {
    await connector.close()
  }
}

const chapters = fc.array(fc.array(happening, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })

const cap = 5
const everyKind: Partial<TargetCapabilities> = {
  attributes: new Set(['uid', 'displayName', 'title', 'manager', 'emails;type-work', 'room', 'employeeType']),
  contacts: { attributes: new Set(['uid', 'displayName', 'title', 'telephoneNumber']), atMost: cap },
  pictures: 'bytes',
}

describe('after an incremental sync, a fresh full plan is empty', () => {
  it.each([
    { groups: 'nested' as const, deletions: 'told' as const },
    { groups: 'flat' as const, deletions: 'told' as const },
    { groups: 'nested' as const, deletions: 'untold' as const },
  ])('whatever happened in the directory: groups $groups, deletions $deletions', async ({ groups, deletions }) => {
    await fc.assert(
      fc.asyncProperty(chapters, startingStore, async (story, strangers) => {
        const target = fakeTarget({ groups, ...everyKind })
        for (const stranger of strangers) addForeigner(target, stranger)
        await live(story, target, deletions)
      }),
      { numRuns: Number(process.env.DIRECTORY_CONNECTOR_STORIES ?? 15) },
    )
  })
})
