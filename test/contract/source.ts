import { dnKey } from '../../app/model/dn.ts'
import type { Entry } from '../../app/model/entry.ts'
import type { ReadEvent, ReadRequest, Source } from '../../app/source/source.ts'
import { allOf } from '../fakes/allOf.ts'
import type { ContactsOptions } from '../services/contactsLdif.ts'
import { groupDn, membersOf, type PeopleOptions, userDn } from '../services/peopleLdif.ts'
import { readAll } from '../source/readAll.ts'
import { describeView } from './sourceView.ts'

/** A directory that holds the people of `peopleLdif` and the contacts of `contactsLdif` below `people.baseDn`. */
export interface SourceUnderTest {
  /** A new source with pages of 100. */
  open(): Source
  readonly people: PeopleOptions & ContactsOptions
  /** Gives an attribute one value, as somebody who may. */
  replaceValue(dn: string, attribute: string, value: Buffer): Promise<void>
  /** Filters that select the users and groups, and may select others too. */
  readonly userFilter: string
  readonly groupFilter: string
}

/** The promises of `Source`, to be run on every implementation. `setup` is called in `beforeAll`. */
export function describeSource(name: string, setup: () => SourceUnderTest): void {
  describeView(name, setup)
  describe(`${name} as a source`, () => {
    let subject: SourceUnderTest
    let source: Source
    beforeAll(() => {
      subject = setup()
    })
    beforeEach(() => {
      source = subject.open()
    })
    afterEach(() => source.close())

    const users = (changes: Partial<ReadRequest> = {}): ReadRequest => ({
      kind: 'user',
      baseDns: [subject.people.baseDn],
      filter: `(&${subject.userFilter}(mail=person*@example.com))`,
      attributes: ['mail', 'cn', 'street', 'streetAddress', 'manager'],
      ...changes,
    })
    const groups = (): ReadRequest => ({
      kind: 'group',
      baseDns: [subject.people.baseDn],
      filter: `(&${subject.groupFilter}(description=Members of group *))`,
      attributes: ['cn', 'member', 'description'],
    })
    const everyUser = () => Array.from({ length: subject.people.users }, (_, n) => n)

    test('says what it is and which naming contexts and attributes it knows', async () => {
      const facts = await source.discover()
      expect(facts.product).not.toBe('unknown')
      expect(facts.namingContexts.map(dnKey)).toContain(dnKey(subject.people.baseDn))
      expect(facts.server).toMatch(/:\d+$/)
      for (const attribute of ['mail', 'cn', 'telephonenumber', 'member']) {
        expect(facts.knownAttributes).toContain(attribute)
      }
      expect(facts.knownAttributes).not.toContain('nosuchattribute')
    })

    test('reads every user once, in pages, without a gap', async () => {
      const { entries, gaps, pages } = await readAll(source, users())
      expect(gaps).toEqual([])
      expect(entries.map((entry) => dnKey(entry.dn)).sort()).toEqual(
        everyUser()
          .map((n) => dnKey(userDn(subject.people, n)))
          .sort(),
      )
      expect(new Set(entries.map((entry) => entry.anchor)).size).toBe(subject.people.users)
      expect(pages.length).toBeGreaterThan(1)
      expect(Math.max(...pages)).toBeLessThanOrEqual(100)
    })

    test('names the server that gave a page, as everywhere else', async () => {
      const { server } = await source.discover()
      for await (const event of source.read(users())) expect(event).toMatchObject({ kind: 'page', server })
    })

    test('gives the attributes that were asked for, in lower case, and no others', async () => {
      const { entries } = await readAll(source, users({ attributes: ['MAIL', 'givenName', 'manager', 'carLicense'] }))
      const first = entries.find((entry) => entry.attributes.mail?.[0] === 'person0@example.com')
      const fourth = entries.find((entry) => entry.attributes.mail?.[0] === 'person3@example.com')
      expect(first).toMatchObject({ kind: 'user', baseDn: subject.people.baseDn })
      expect(first?.anchor).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(Object.keys(first?.attributes ?? {}).sort()).toEqual(['givenname', 'mail'])
      expect(fourth?.attributes.givenname).toEqual(['伟'])
      expect(fourth?.attributes.manager?.map(dnKey)).toEqual([dnKey(userDn(subject.people, 0))])
      expect(fourth).not.toHaveProperty('memberDns')
    })

    test('gives an entry the same anchor every time', async () => {
      const anchors = async () =>
        new Map((await readAll(source, users())).entries.map((entry) => [dnKey(entry.dn), entry.anchor]))
      expect(await anchors()).toEqual(await anchors())
    })

    test('gives all members of every group, and never as an attribute', async () => {
      const { entries, gaps } = await readAll(source, groups())
      expect(gaps).toEqual([])
      expect(entries).toHaveLength(subject.people.groups)
      for (const entry of entries) {
        const n = Number(entry.attributes.cn?.[0]?.replace('Group ', ''))
        const nested = n === 0 ? [] : [groupDn(subject.people, n - 1)]
        const expected = [...membersOf(subject.people, n).map((user) => userDn(subject.people, user)), ...nested]
        expect([...(entry.memberDns ?? [])].map(dnKey).sort()).toEqual(expected.map(dnKey).sort())
        expect(Object.keys(entry.attributes).sort()).toEqual(['cn', 'description'])
      }
    })

    test('reads no entry twice when bases overlap or are spelled differently', async () => {
      const { baseDn } = subject.people
      const overlapping = [`OU=Sales,${baseDn}`, baseDn, baseDn.toLowerCase().replaceAll(',', ' , ')]
      const { entries, gaps } = await readAll(source, users({ baseDns: overlapping }))
      expect(gaps).toEqual([])
      expect(entries).toHaveLength(subject.people.users)
    })

    test('names the base under which an entry was found', async () => {
      const baseDns = [`OU=Sales,${subject.people.baseDn}`, `ou=finance,${subject.people.baseDn}`]
      const { entries } = await readAll(source, users({ baseDns }))
      expect(new Set(entries.map((entry) => entry.baseDn))).toEqual(new Set(baseDns))
      for (const entry of entries) expect(dnKey(entry.dn).endsWith(dnKey(entry.baseDn))).toBe(true)
    })

    test('reports a base that is missing and reads the others', async () => {
      const missing = `OU=Gone,${subject.people.baseDn}`
      const { entries, gaps } = await readAll(
        source,
        users({ baseDns: [missing, `OU=Sales,${subject.people.baseDn}`] }),
      )
      expect(gaps).toMatchObject([{ kind: 'missing-base', baseDn: missing }])
      expect(entries.length).toBeGreaterThan(0)
    })

    test('understands escaped bytes in filters', async () => {
      const { entries } = await readAll(source, users({ filter: `(&${subject.userFilter}(givenName=Bj\\c3\\b6rn))` }))
      expect(entries).toHaveLength(everyUser().filter((n) => n % 11 === 1).length)
    })

    test('finds an entry by e-mail address, whatever its letter case', async () => {
      const request = { baseDns: [subject.people.baseDn], attributes: ['mail'] }
      const found = await source.find({ ...request, who: 'PERSON5@example.com' })
      expect(found.map((entry) => dnKey(entry.dn))).toEqual([dnKey(userDn(subject.people, 5))])
      expect(found[0]).toMatchObject({ kind: 'user', attributes: { mail: ['person5@example.com'] } })
    })

    test('finds an entry by DN, groups with their members', async () => {
      const request = { baseDns: [`OU=Sales,${subject.people.baseDn}`], attributes: ['cn'] }
      const [group, ...others] = await source.find({ ...request, who: groupDn(subject.people, 1) })
      expect(others).toEqual([])
      expect(group).toMatchObject({ kind: 'group', attributes: { cn: ['Group 1'] } })
      expect(group?.memberDns).toHaveLength(membersOf(subject.people, 1).length + 1)
    })

    test('finds nobody without an error', async () => {
      const request = { baseDns: [subject.people.baseDn], attributes: ['cn'] }
      expect(await source.find({ ...request, who: 'nobody@example.com' })).toEqual([])
      expect(await source.find({ ...request, who: `CN=Nobody,${subject.people.baseDn}` })).toEqual([])
    })

    test('reads contacts as what they are, and finds them as such', async () => {
      const { baseDn, contacts } = subject.people
      const request = { baseDns: [baseDn], attributes: ['mail'] }
      const { entries, gaps } = await readAll(source, { ...request, kind: 'contact', filter: '(objectClass=contact)' })
      expect(gaps).toEqual([])
      expect(entries.map(({ attributes }) => attributes.mail?.[0]).sort()).toEqual(
        Array.from({ length: contacts }, (_, n) => `contact${n}@partner.example`),
      )
      const [found, ...others] = await source.find({ ...request, who: 'contact1@partner.example' })
      expect(others).toEqual([])
      for (const entry of [...entries, found]) {
        expect(entry?.kind).toBe('contact')
        expect(entry).not.toHaveProperty('memberDns')
      }
    })

    test('reads pages that are as small as the request wants them', async () => {
      const { entries, pages } = await readAll(source, users({ pageSize: 30 }))
      expect(entries).toHaveLength(subject.people.users)
      expect(Math.max(...pages)).toBeLessThanOrEqual(30)
    })

    describe('by anchors', () => {
      const selected = (changes: Partial<ReadRequest> = {}) =>
        users({ filter: `(&${subject.userFilter}(mail=person*@example.com)(!(mail=person7@*)))`, ...changes })
      const anchorsOf = async (request: ReadRequest) =>
        new Map((await readAll(source, request)).entries.map(({ dn, anchor }) => [dnKey(dn), anchor]))

      test('reads those that the request selects, each once', async () => {
        const all = await anchorsOf(users())
        const anchorOf = (n: number) => all.get(dnKey(userDn(subject.people, n))) ?? ''
        const inside = Array.from({ length: 250 }, (_, n) => n)
        const unknown = '00000000-0000-4000-8000-000000000000'
        const anchors = [...inside, ...inside].map(anchorOf)
        const baseDns = [`OU=Sales,${subject.people.baseDn}`, subject.people.baseDn]
        const { entries, gaps, pages } = collect(
          await allOf(source.readAnchors(selected({ baseDns }), [unknown, ...anchors])),
        )
        expect(gaps).toEqual([])
        expect(entries.map(({ anchor }) => anchor).sort()).toEqual(
          inside
            .filter((n) => n !== 7)
            .map(anchorOf)
            .sort(),
        )
        expect(Math.max(...pages)).toBeLessThanOrEqual(100)
        const whole = await readAll(source, selected({ filter: `(&${subject.userFilter}(mail=person5@example.com))` }))
        expect(entries.find(({ anchor }) => anchor === anchorOf(5))).toEqual(whole.entries[0])
      })

      test('takes nobody for selected who is outside the bases', async () => {
        const all = await anchorsOf(users())
        const request = selected({ baseDns: [`OU=Sales,${subject.people.baseDn}`] })
        const { entries } = collect(await allOf(source.readAnchors(request, [...all.values()])))
        expect(entries.length).toBeGreaterThan(100)
        expect(entries.every(({ dn }) => dnKey(dn).includes(',ou=sales,'))).toBe(true)
      })

      test('reads nothing for nobody, and nobody for a stranger', async () => {
        expect(await allOf(source.readAnchors(selected(), []))).toEqual([])
        const strangers = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
        expect(await allOf(source.readAnchors(selected(), strangers))).toEqual([])
      })

      test('reads groups with all their members', async () => {
        const filter = `(&${subject.groupFilter}(cn=Group *))`
        const [anchor = ''] = (await anchorsOf({ ...groups(), filter: '(cn=Group 0)' })).values()
        const { entries } = collect(await allOf(source.readAnchors({ ...groups(), filter }, [anchor])))
        expect(entries).toMatchObject([{ anchor, kind: 'group' }])
        expect(entries[0]?.memberDns).toHaveLength(membersOf(subject.people, 0).length)
      })

      test('reports a base that is missing', async () => {
        const all = await anchorsOf(users())
        const missing = `OU=Gone,${subject.people.baseDn}`
        const events = await allOf(source.readAnchors(selected({ baseDns: [missing] }), [...all.values()]))
        expect(collect(events)).toMatchObject({ entries: [], gaps: [{ kind: 'missing-base', baseDn: missing }] })
      })

      test('gives the very bytes of a picture, in pages as small as wanted', async () => {
        const { attribute, pictures } = picturesOf(subject, 12)
        for (const [dn, bytes] of pictures) await subject.replaceValue(dn, attribute, bytes)
        const all = await anchorsOf(users())
        const anchors = [...pictures.keys()].map((dn) => all.get(dnKey(dn)) ?? '')
        const request = selected({ attributes: [attribute], pageSize: 5, filter: subject.userFilter })
        const { entries, pages } = collect(await allOf(source.readAnchors(request, anchors)))
        expect(Math.max(...pages)).toBeLessThanOrEqual(5)
        const read = new Map(entries.map(({ dn, attributes }) => [dnKey(dn), attributes[attribute.toLowerCase()]]))
        expect(read.size).toBe(pictures.size)
        for (const [dn, bytes] of pictures) expect(read.get(dnKey(dn))).toEqual([bytes.toString('base64')])
      })
    })

    describe('marks', () => {
      const marked = (changes: Partial<ReadRequest> = {}) =>
        users({ marks: 'wanted', attributes: ['mail'], ...changes })
      const byDn = (entries: readonly Entry[]) => new Map(entries.map(({ dn, mark }) => [dnKey(dn), mark]))
      const readMarks = async () => byDn((await readAll(source, marked())).entries)

      test('are there for who wants them, and never among the attributes', async () => {
        const { entries } = await readAll(source, marked({ attributes: ['mail'] }))
        expect(entries).toHaveLength(subject.people.users)
        expect(entries.filter(({ mark = '' }) => mark === '').length).toBeLessThan(subject.people.users / 2)
        expect(new Set(entries.flatMap(({ attributes }) => Object.keys(attributes)))).toEqual(new Set(['mail']))
        const plain = await readAll(source, users())
        for (const entry of plain.entries) expect(entry).not.toHaveProperty('mark')
      })

      test('stay while nothing changes, however the entry is read', async () => {
        const before = await readMarks()
        expect(await readMarks()).toEqual(before)
        const anchors = (await readAll(source, users())).entries.map(({ anchor }) => anchor).slice(0, 120)
        const { entries } = collect(await allOf(source.readAnchors(marked(), anchors)))
        expect(entries).toHaveLength(120)
        for (const { dn, mark } of entries) expect(mark).toBe(before.get(dnKey(dn)))
        const tracking = await source.track({ baseDns: [subject.people.baseDn] })
        if (tracking === null) throw new Error('No tracking was offered.')
        expect(byDn(collect(await allOf(tracking.read(marked()))).entries)).toEqual(before)
        const tracked = collect(await allOf(tracking.readAnchors(marked(), anchors))).entries
        expect(byDn(tracked)).toEqual(byDn(entries))
        await tracking.close()
      })

      test('are others after a picture alone changed, time after time', async () => {
        const dn = userDn(subject.people, 44)
        const seen: (string | undefined)[] = [(await readMarks()).get(dnKey(dn))]
        expect(seen[0]).toBeDefined()
        const { attribute } = picturesOf(subject, 0)
        for (let turn = 1; turn <= 3; turn += 1) {
          await subject.replaceValue(dn, attribute, picture(turn))
          const mark = (await readMarks()).get(dnKey(dn))
          if (mark !== undefined) expect(seen).not.toContain(mark)
          seen.push(mark)
        }
      })
    })

    test('can be left in the middle of a read and read again', async () => {
      for await (const event of source.read(users())) {
        expect(event.kind).toBe('page')
        break
      }
      expect((await readAll(source, users())).entries).toHaveLength(subject.people.users)
    })

    test('checks name, connection, sign-in and bases, each with a finding', async () => {
      const missing = `OU=Gone,${subject.people.baseDn}`
      const findings = await allOf(source.check([subject.people.baseDn, missing]))
      const levels = new Map(findings.map((finding) => [finding.subject, finding.level]))
      expect(levels.get(`base ${subject.people.baseDn}`)).toBe('ok')
      expect(levels.get(`base ${missing}`)).toBe('error')
      expect(levels.get('paging')).toBe('ok')
      expect(levels.get('schema')).toBe('ok')
      for (const finding of findings) expect(finding.remedy === '').toBe(finding.level === 'ok')
    })

    test('can be closed twice', async () => {
      await source.discover()
      await source.close()
      await source.close()
    })
  })
}

function collect(events: readonly ReadEvent[]) {
  const pages = events.flatMap((event) => (event.kind === 'page' ? [event.entries] : []))
  const gaps = events.flatMap((event) => (event.kind === 'gap' ? [event.gap] : []))
  return { entries: pages.flat(), gaps, pages: pages.map(({ length }) => length) }
}

/** Bytes that are no text, others for each number. */
function picture(n: number): Buffer {
  const bytes = Array.from({ length: 3000 }, (_, index) => (index * 7 + n) % 256)
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...bytes])
}

/** Pictures for the last `count` users, by DN, and the attribute for them. */
function picturesOf({ people }: SourceUnderTest, count: number) {
  const dns = Array.from({ length: count }, (_, n) => userDn(people, people.users - 1 - n))
  return {
    attribute: people.flavour === 'ad' ? 'thumbnailPhoto' : 'jpegPhoto',
    pictures: new Map(dns.map((dn, n) => [dn, picture(n)])),
  }
}
