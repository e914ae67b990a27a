import type { CurrentContact, UserValues } from '../../app/model/resource.ts'
import type { Target, Write, WriteResult } from '../../app/target/target.ts'
import { allOf } from '../fakes/allOf.ts'
import type { TargetUnderTest } from './target.ts'

/** The promises of `Target` for contacts; nothing is tried where the store keeps none. */
export function describeContacts(name: string, setup: () => Promise<TargetUnderTest>): void {
  describe(`${name} as a target for contacts`, () => {
    let subject: TargetUnderTest
    let target: Target
    beforeEach(async () => {
      subject = await setup()
      target = subject.target
    })
    afterEach(() => subject.close())

    const one = async (write: Write): Promise<WriteResult> => {
      const [result] = await target.write([write])
      if (result === undefined) throw new Error('no result')
      return result
    }
    const done = async (write: Write): Promise<string> => {
      const result = await one(write)
      expect(result).toMatchObject({ kind: 'done', ignored: [] })
      return result.kind === 'done' ? result.id : ''
    }
    const create = (values: UserValues) => done({ kind: 'create-contact', values })
    const update = (id: string, before: UserValues, values: UserValues) =>
      done({ kind: 'update-contact', id, version: null, before, values })
    const all = async (): Promise<CurrentContact[]> => (await allOf(target.readContacts())).flat()
    const found = async (names: readonly string[]): Promise<string[]> => {
      const ids = (await allOf(target.findContacts(names))).flat().map(({ id }) => id)
      return [...new Set(ids)].sort()
    }
    const hasContacts = async () => (await target.discover()).contacts !== null

    const vera: UserValues = {
      uid: 'vera@partner.example',
      displayName: 'Vera Völk',
      givenName: 'Vera',
      sn: 'Völk',
      'emails;type-work': 'vera.voelk@partner.example',
      title: 'Buyer',
      telephoneNumber: '+49 30 000 01',
      mobile: '+49 170 000 01',
      facsimileTelephoneNumber: '+49 30 000 02',
      o: 'Partner',
      street: 'Ring 1',
      l: 'Berlin',
      st: 'BE',
      postalCode: '10115',
      c: 'DE',
      'sipAddresses;type=enterprise': 'vera@sip.partner.example',
    }

    it('keeps every value, shows it in the list and by id, and counts it', async () => {
      if (!(await hasContacts())) {
        expect(await all()).toEqual([])
        expect(await target.readContact('1')).toBeNull()
        expect(await found(['vera@partner.example'])).toEqual([])
        expect(await target.countContacts()).toBe(0)
        return
      }
      const id = await create(vera)
      const contact = await target.readContact(id)
      expect(contact).toMatchObject({ kind: 'contact', id, values: vera })
      expect([...(contact?.emails ?? [])].sort()).toEqual(['vera.voelk@partner.example', 'vera@partner.example'])
      expect(await all()).toEqual([contact])
      expect(await target.countContacts()).toBe(1)
    })

    it('adds, replaces and clears values one by one', async () => {
      if (!(await hasContacts())) return
      const id = await create({ uid: 'vera@partner.example' })
      for (const [attribute, value] of Object.entries(vera)) {
        if (attribute !== 'uid') await update(id, { [attribute]: null }, { [attribute]: value })
      }
      expect((await target.readContact(id))?.values).toEqual(vera)
      const changed = {
        uid: 'v@partner.example',
        mobile: '1',
        l: 'Bonn',
        title: 'Chief',
        'emails;type-work': 'x@p.example',
      }
      const before = Object.fromEntries(Object.entries(vera).filter(([name]) => name in changed))
      await update(id, before, changed)
      expect((await target.readContact(id))?.values).toEqual({ ...vera, ...changed })
      const { telephoneNumber, ...rest } = { ...vera, ...changed }
      await update(id, rest, Object.fromEntries(Object.keys(rest).map((attribute) => [attribute, null])))
      expect(await target.readContact(id)).toMatchObject({ values: { telephoneNumber }, emails: [] })
    })

    it('keeps contacts apart that share a name and an address', async () => {
      if (!(await hasContacts())) return
      const first = await create({ uid: 'info@partner.example', displayName: 'Info' })
      const second = await create({ uid: 'info@partner.example', displayName: 'Info' })
      expect(second).not.toBe(first)
      expect(await found(['INFO@partner.example'])).toEqual([first, second].sort())
      await done({ kind: 'delete-contact', id: first })
      expect((await all()).map(({ id }) => id)).toEqual([second])
    })

    it('finds contacts by address and by name, whatever the case, and nobody else', async () => {
      if (!(await hasContacts())) return
      const ids = [
        await create({ uid: 'a@partner.example', displayName: 'Ada "A" Lovelace' }),
        await create({ uid: 'b@partner.example', 'emails;type-work': 'bo@partner.example' }),
        await create({ displayName: 'Only Name', telephoneNumber: '+1 202 555 0100' }),
      ]
      await create({ uid: 'aa@partner.example', displayName: 'Ada "A" Lovelace II' })
      const names = ['ADA "a" LOVELACE', 'bo@PARTNER.example', 'only name', 'Nobody']
      expect(await found(names)).toEqual([...ids].sort())
      expect(await found(['A@partner.example'])).toEqual([ids[0]])
      expect(await found([])).toEqual([])
    })

    it('takes a contact without any e-mail address, and gives it one later', async () => {
      if (!(await hasContacts())) return
      const id = await create({ displayName: 'Reception', telephoneNumber: '+41 31 000 00 00' })
      expect((await target.readContact(id))?.values).not.toHaveProperty('uid')
      await update(id, { uid: null }, { uid: 'reception@partner.example' })
      expect(await target.readContact(id)).toMatchObject({
        values: { uid: 'reception@partner.example', displayName: 'Reception' },
        emails: ['reception@partner.example'],
      })
    })

    it('deletes a contact for good, also twice, and says when an updated one is gone', async () => {
      if (!(await hasContacts())) return
      const id = await create(vera)
      await done({ kind: 'delete-contact', id })
      expect(await target.readContact(id)).toBeNull()
      await done({ kind: 'delete-contact', id })
      const late = { kind: 'update-contact' as const, id, version: null }
      expect(await one({ ...late, before: { title: null }, values: { title: 'X' } })).toMatchObject({
        code: 'not-found',
      })
      expect(await one({ ...late, before: { l: null }, values: { l: 'Bern' } })).toMatchObject({ code: 'not-found' })
    })

    it('writes many, answers in their order, and shows every one once over many pages', async () => {
      if (!(await hasContacts())) return
      const { batchSize } = await target.discover()
      const writes = Array.from({ length: 30 }, (_, index): Write => {
        return { kind: 'create-contact', values: { uid: `c${index}@partner.example`, displayName: `Contact ${index}` } }
      })
      const results: WriteResult[] = []
      for (let start = 0; start < writes.length; start += batchSize) {
        results.push(...(await target.write(writes.slice(start, start + batchSize))))
      }
      for (const [index, result] of results.entries()) {
        expect(result).toMatchObject({ kind: 'done', ignored: [] })
        const contact = result.kind === 'done' ? await target.readContact(result.id) : null
        expect(contact?.values.uid).toBe(`c${index}@partner.example`)
      }
      expect(new Set((await all()).map(({ values }) => values.uid)).size).toBe(30)
      expect(await target.countContacts()).toBe(30)
    })
  })
}
