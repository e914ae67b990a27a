import { dnKey } from '../../app/model/dn.ts'
import type { DirectoryView, LookRequest } from '../../app/source/directoryView.ts'
import type { Source } from '../../app/source/source.ts'
import { allOf } from '../fakes/allOf.ts'
import { userDn } from '../services/peopleLdif.ts'
import type { SourceUnderTest } from './source.ts'

const mostContainers = 2000
const departments = ['Sales', 'Engineering', 'Finance', 'Support', 'Legal & Compliance', 'Forschung']

/** The promises of `Source.browse`, to be run on every implementation. */
export function describeView(name: string, setup: () => SourceUnderTest): void {
  describe(`a view into ${name}`, () => {
    let subject: SourceUnderTest
    let source: Source
    let view: DirectoryView
    beforeAll(() => {
      subject = setup()
    })
    beforeEach(async () => {
      source = subject.open()
      view = await source.browse()
    })
    afterEach(async () => {
      view.close()
      await source.close()
    })

    const looked = async (request: Partial<LookRequest> = {}) => {
      const { people, userFilter } = subject
      const filter = `(&${userFilter}(mail=person*@example.com))`
      const pages = await allOf(view.look({ baseDns: [people.baseDn], filter, attributes: [], ...request }))
      return pages.flat()
    }

    test('knows the directory, and its attributes as they are spelled', async () => {
      expect(view.facts).toEqual(await source.discover())
      expect(view.attributeNames).toEqual(expect.arrayContaining(['mail', 'telephoneNumber', 'givenName']))
      expect(view.attributeNames?.filter((attribute) => /^\d/.test(attribute))).toEqual([])
    })

    test('shows the containers right below a DN, whatever else is there', async () => {
      const { baseDn } = subject.people
      const { containers, more } = await view.containers(baseDn, mostContainers)
      expect(more).toBe(false)
      const units = containers.filter(({ kind }) => kind === 'unit').map(({ dn }) => dnKey(dn))
      for (const unit of [...departments, 'Groups', 'Contacts']) expect(units).toContain(dnKey(`OU=${unit},${baseDn}`))
      for (const { dn } of containers) expect(dnKey(dn).split(',')).toHaveLength(dnKey(baseDn).split(',').length + 1)
      const sales = containers.find(({ dn }) => dnKey(dn) === dnKey(`OU=Sales,${baseDn}`))
      // There are people below, and no containers.
      expect(sales?.hasChildren).not.toBe(true)
      expect(await view.containers(`OU=Sales,${baseDn}`, mostContainers)).toEqual({ containers: [], more: false })
    })

    test('says of a container whether there are containers below it', async () => {
      const { baseDn } = subject.people
      const [, above = ''] = /^[^,]*,(.*)$/.exec(baseDn) ?? []
      const found = await view.containers(above, mostContainers).catch(() => null)
      const base = found?.containers.find(({ dn }) => dnKey(dn) === dnKey(baseDn))
      // The base of some directories is their naming context: nothing can be asked above it.
      if (base !== undefined) expect(base.hasChildren).toBe(true)
      for (const { dn, hasChildren } of (await view.containers(baseDn, mostContainers)).containers) {
        if (hasChildren === null) continue
        expect((await view.containers(dn, mostContainers)).containers.length > 0).toBe(hasChildren)
      }
    })

    test('stops at as many containers as are wanted, and says so', async () => {
      const { containers, more } = await view.containers(subject.people.baseDn, 3)
      expect(containers).toHaveLength(3)
      expect(more).toBe(true)
    })

    test('says that a container is not there', async () => {
      const gone = `OU=Gone,${subject.people.baseDn}`
      await expect(view.containers(gone, 5)).rejects.toMatchObject({
        side: 'directory',
        code: 'missing-base',
        place: gone,
      })
      await expect(looked({ baseDns: [gone] })).rejects.toMatchObject({ side: 'directory', code: 'missing-base' })
      expect(await looked()).toHaveLength(subject.people.users)
    })

    test('sees everybody once, with what was asked for', async () => {
      const { people } = subject
      const dns = await looked({ baseDns: [`OU=Sales,${people.baseDn}`, people.baseDn] })
      expect(new Set(dns.map(({ dn }) => dnKey(dn))).size).toBe(people.users)
      expect(dns).toHaveLength(people.users)
      expect(dns.every(({ attributes }) => Object.keys(attributes).length === 0)).toBe(true)
      const [person, ...others] = await looked({
        filter: `(&${subject.userFilter}(mail=person9@example.com))`,
        attributes: ['displayName', 'MAIL'],
      })
      expect(others).toEqual([])
      expect(dnKey(person?.dn ?? '')).toBe(dnKey(userDn(people, 9)))
      expect(Object.keys(person?.attributes ?? {}).sort()).toEqual(['displayname', 'mail'])
    })

    test('can be left in the middle, and be asked for several things at once', async () => {
      for await (const _ of view.look({ baseDns: [subject.people.baseDn], filter: subject.userFilter, attributes: [] }))
        break
      const { baseDn, users } = subject.people
      const [all, below, again] = await Promise.all([looked(), view.containers(baseDn, mostContainers), looked()])
      expect([all.length, again.length]).toEqual([users, users])
      expect(below.containers.length).toBeGreaterThan(departments.length)
    })

    test('is open until it is closed', async () => {
      expect(view.isOpen).toBe(true)
      view.close()
      view.close()
      expect(view.isOpen).toBe(false)
      await expect(view.containers(subject.people.baseDn, 5)).rejects.toMatchObject({ side: 'directory' })
    })
  })
}
