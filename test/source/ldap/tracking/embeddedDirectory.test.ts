import { readLdif } from '../../../../app/demo/directory/readLdif.ts'
import {
  type EmbeddedDirectory,
  startEmbeddedDirectory,
} from '../../../../app/demo/directory/startEmbeddedDirectory.ts'
import { dnKey } from '../../../../app/model/dn.ts'
import type { Watermark } from '../../../../app/model/watermark.ts'
import { ldapSource } from '../../../../app/source/ldap/ldapSource.ts'
import { describeTracking, type TrackedDirectory } from '../../../contract/tracking.ts'
import { describeWithService } from '../../../services/describeWithService.ts'
import { ldapmodify } from '../../../services/ldapmodify.ts'
import { type PeopleOptions, peopleLdif, userDn } from '../../../services/peopleLdif.ts'
import { readChanges } from '../../readChanges.ts'
import { connectionTo } from '../connectionTo.ts'

const domain: PeopleOptions = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 300, groups: 8 }
const organization: PeopleOptions = {
  ...{ flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com' },
  ...{ users: 300, groups: 8 },
}

async function start(people: PeopleOptions, now?: () => Date): Promise<EmbeddedDirectory> {
  const kind = people.flavour === 'ad' ? 'ad-ds' : 'ldap'
  const entries = readLdif([...peopleLdif(people)].join(''))
  const limits = { maxPageSize: 1000 }
  const directory = await startEmbeddedDirectory({ kind, entries, limits, ...(now === undefined ? {} : { now }) })
  // Where no tombstone is to be seen, nobody can tell whether the account sees any.
  const gone = `OU=Gone,${people.baseDn}`
  directory.add({ dn: gone, attributes: { objectClass: ['organizationalUnit'], ou: ['Gone'] } })
  directory.delete(gone)
  return directory
}

/** As if the position were an older one, or of an older database. */
function edited(watermark: Watermark, edit: (known: Record<string, unknown>) => Record<string, unknown>): Watermark {
  const [known] = JSON.parse(watermark.position).controllers
  return { ...watermark, position: JSON.stringify({ controllers: [edit(known)] }) }
}

async function begin({ url }: EmbeddedDirectory, people: PeopleOptions) {
  const source = ldapSource(connectionTo([url]))
  const tracking = await source.track({ baseDns: [people.baseDn] })
  if (tracking === null) throw new Error('No tracking was offered.')
  return { source, tracking }
}

describeWithService('slapd', 'the embedded directory, changed by an independent client', () => {
  const directories = new Map<PeopleOptions, EmbeddedDirectory>()
  beforeAll(async () => {
    for (const people of [domain, organization]) directories.set(people, await start(people))
  })
  afterAll(async () => {
    for (const directory of directories.values()) await directory.close()
  })
  const directory = (people: PeopleOptions) => (): TrackedDirectory => {
    const url = directories.get(people)?.url ?? ''
    return {
      open: () => ldapSource(connectionTo([url])),
      change: (ldif) => ldapmodify({ url }, ldif),
      people,
      userFilter: people === domain ? '(objectClass=user)' : '(objectClass=inetOrgPerson)',
    }
  }
  describeTracking('ad-ds', { method: 'usn', choice: 'chosen', deletions: 'told', repeats: 'once' }, directory(domain))
  describeTracking(
    'ldap',
    { method: 'timestamps', choice: 'chosen', deletions: 'untold', repeats: 'again' },
    directory(organization),
  )
})

describe('change numbers of several domain controllers', () => {
  let controller: EmbeddedDirectory
  beforeAll(async () => {
    controller = await start(domain)
  })
  afterAll(() => controller.close())

  const invocationId = (last: number) => {
    controller.limits.invocationId = `1f6c0b5e-7d7a-4c0e-9a3d-00000000000${last}`
  }

  test('are lost at an unknown one, and go on at a known one from where it was left', async () => {
    invocationId(1)
    const first = await begin(controller, domain)
    const one = await first.tracking.position()
    await first.source.close()
    controller.replace(userDn(domain, 5), { title: ['Changed'] })

    invocationId(2)
    const second = await begin(controller, domain)
    const lost = await readChanges(second.tracking, one)
    expect(lost.last).toMatchObject({ kind: 'lost', message: expect.stringContaining(second.tracking.server) })
    const two = await second.tracking.position()
    await second.source.close()

    invocationId(1)
    const third = await begin(controller, domain)
    const told = await readChanges(third.tracking, two)
    expect([...told.changed.values()].map(dnKey)).toEqual([dnKey(userDn(domain, 5))])
    await third.source.close()

    invocationId(2)
    const fourth = await begin(controller, domain)
    expect((await readChanges(fourth.tracking, told.watermark ?? two)).last).toMatchObject({ kind: 'end' })
    await fourth.source.close()
  })

  test('are lost at one whose database is an older one now, and the message says so', async () => {
    invocationId(1)
    const { source, tracking } = await begin(controller, domain)
    const watermark = edited(await tracking.position(), (known) => ({ ...known, usn: '900000' }))
    const { last } = await readChanges(tracking, watermark)
    expect(last).toMatchObject({ kind: 'lost', message: expect.stringContaining('900000') })
    expect(last).toMatchObject({ message: expect.stringContaining('restored') })
    await source.close()
  })

  test('tell of an entry that was restored, where it is now', async () => {
    const { source, tracking } = await begin(controller, domain)
    const dn = userDn(domain, 280)
    const before = await tracking.position()
    controller.delete(dn)
    const gone = await readChanges(tracking, before)
    expect(gone.deleted.size).toBe(1)
    controller.restore(dn, `CN=Back,OU=Sales,${domain.baseDn}`)
    const back = await readChanges(tracking, gone.watermark ?? before)
    const [anchor = ''] = gone.deleted
    expect(dnKey(back.changed.get(anchor) ?? '')).toBe(dnKey(`CN=Back,OU=Sales,${domain.baseDn}`))
    expect(back.deleted.size).toBe(0)
    await source.close()
  })

  test('do not tell of deletions so long after that tombstones may be gone', async () => {
    const { source, tracking } = await begin(controller, domain)
    const present = await tracking.position()
    const month = 31 * 24 * 60 * 60 * 1000
    const old = edited(present, (known) => ({ ...known, time: Number(known.time) - month }))
    controller.delete(userDn(domain, 290))
    const fresh = await readChanges(tracking, present)
    expect(fresh.last).toMatchObject({ kind: 'end', deletions: 'told' })
    expect((await readChanges(tracking, old)).last).toMatchObject({ kind: 'end', deletions: 'untold' })
    await source.close()
  })
})

describe.each([
  ['years behind', -20],
  ['years ahead', 20],
])('timestamps of a server whose clock is %s', (_, years) => {
  test('tell of every change', async () => {
    const now = () => new Date(Date.now() + years * 365 * 24 * 60 * 60 * 1000)
    const directory = await start(organization, now)
    const first = await begin(directory, organization)
    const watermark = await first.tracking.position()
    directory.replace(userDn(organization, 5), { title: ['Changed'] })
    const one = await readChanges(first.tracking, watermark)
    expect([...one.changed.values()].map(dnKey)).toContain(dnKey(userDn(organization, 5)))
    directory.replace(userDn(organization, 6), { title: ['Changed'] })
    const two = await readChanges(first.tracking, one.watermark ?? watermark)
    expect([...two.changed.values()].map(dnKey)).toContain(dnKey(userDn(organization, 6)))
    await first.source.close()
    await directory.close()
  })
})

test('timestamps tell of a change that got its time a while before it was seen', async () => {
  let offset = 0
  const directory = await start(organization, () => new Date(Date.now() + offset))
  const { source, tracking } = await begin(directory, organization)
  directory.replace(userDn(organization, 4), { title: ['Changed'] })
  const watermark = await tracking.position()
  offset = -90_000
  directory.replace(userDn(organization, 5), { title: ['Changed'] })
  const { changed } = await readChanges(tracking, watermark)
  expect([...changed.values()].map(dnKey)).toContain(dnKey(userDn(organization, 5)))
  await source.close()
  await directory.close()
})

test('a directory that is not one has nothing to track', async () => {
  const directory = await start(organization)
  const source = ldapSource(connectionTo([directory.url]))
  expect(await source.track({ baseDns: ['dc=elsewhere,dc=org'] })).toBeNull()
  expect(directory.connections).toBeLessThanOrEqual(1)
  await source.close()
  await directory.close()
})
