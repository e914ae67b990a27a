import { dnKey } from '../../app/model/dn.ts'
import type { ReadRequest, Source } from '../../app/source/source.ts'
import { groupDn, membersOf, type PeopleOptions, userDn } from '../services/peopleLdif.ts'
import { readAll } from '../source/readAll.ts'

/** A directory that holds the people of `peopleLdif` below `people.baseDn`. */
export interface SourceUnderTest {
  /** A new source with pages of 100. */
  open(): Source
  readonly people: PeopleOptions
  /** Filters that select the users and groups, and may select others too. */
  readonly userFilter: string
  readonly groupFilter: string
}

/** The promises of `Source`, to be run on every implementation. `setup` is called in `beforeAll`. */
export function describeSource(name: string, setup: () => SourceUnderTest): void {
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

    test('can be left in the middle of a read and read again', async () => {
      for await (const event of source.read(users())) {
        expect(event.kind).toBe('page')
        break
      }
      expect((await readAll(source, users())).entries).toHaveLength(subject.people.users)
    })

    test('checks name, connection, sign-in and bases, each with a finding', async () => {
      const missing = `OU=Gone,${subject.people.baseDn}`
      const findings = await source.check([subject.people.baseDn, missing])
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
