import type { Anchor } from '../../app/model/anchor.ts'
import { dnKey } from '../../app/model/dn.ts'
import type { TrackingMethod, Watermark } from '../../app/model/watermark.ts'
import type { ReadEvent, ReadRequest, Source } from '../../app/source/source.ts'
import type { Tracking } from '../../app/source/tracking.ts'
import { allOf } from '../fakes/allOf.ts'
import { groupDn, type PeopleOptions, userDn } from '../services/peopleLdif.ts'
import { readChanges, type ToldChanges } from '../source/readChanges.ts'

/** A directory that holds the people of `peopleLdif` below `people.baseDn`, and can be changed. */
export interface TrackedDirectory {
  /** A new source with pages of 100. */
  open(): Source
  /** Carries out LDIF change records as somebody who may. */
  change(ldif: string): Promise<void>
  readonly people: PeopleOptions
  /** A filter that selects the users, and may select others too. */
  readonly userFilter: string
}

/** What is promised of one way to find changes. */
export interface TrackingPromises {
  readonly method: TrackingMethod
  /** `asked` names the method in the request; `chosen` leaves it to the source. */
  readonly choice: 'asked' | 'chosen'
  readonly deletions: ToldDeletions
  /** `once`: a change that was told is not told again. `again`: it may be, for a while. */
  readonly repeats: 'once' | 'again'
}

type ToldDeletions = 'told' | 'untold'

let names = 0

/** The promises of `Tracking`, to be run on every way to find changes. `setup` is called in `beforeAll`. */
export function describeTracking(name: string, promises: TrackingPromises, setup: () => TrackedDirectory): void {
  describe(`${name}, changes by ${promises.method}`, () => {
    let subject: TrackedDirectory
    let source: Source
    let tracking: Tracking
    beforeAll(() => {
      subject = setup()
    })
    beforeEach(async () => {
      source = subject.open()
      tracking = await track()
    })
    afterEach(async () => {
      await tracking.close()
      await source.close()
    })

    async function track(): Promise<Tracking> {
      const method = promises.choice === 'asked' ? { method: promises.method } : {}
      const begun = await source.track({ baseDns: [container('Sales'), container('Finance')], ...method })
      if (begun === null) throw new Error('No tracking was offered.')
      return begun
    }

    const container = (ou: string) => `OU=${ou},${subject.people.baseDn}`
    const selected = (changes: Partial<ReadRequest> = {}): ReadRequest => ({
      kind: 'user',
      baseDns: [container('Sales'), container('Finance')],
      filter: `(&${subject.userFilter}(mail=*))`,
      attributes: ['cn', 'mail'],
      ...changes,
    })
    /** A name that no other test uses. */
    const freshName = () => {
      names += 1
      return `Tracked ${process.pid} ${names}`
    }
    async function addPerson(ou = 'Sales', cn = freshName()): Promise<string> {
      const dn = `CN=${cn},${container(ou)}`
      const account = cn.toLowerCase().replaceAll(' ', '')
      const kind =
        subject.people.flavour === 'ad'
          ? `objectClass: user\nsAMAccountName: ${account}\nuserAccountControl: 546\n`
          : `objectClass: inetOrgPerson\ncn: ${cn}\nsn: Tracked\n`
      await subject.change(`dn: ${dn}\nchangetype: add\n${kind}mail: ${account}@example.com\n`)
      return dn
    }
    async function anchorOf(dn: string): Promise<Anchor> {
      const [found] = await locations([dn])
      if (found === undefined) throw new Error(`${dn} is not there.`)
      return found.anchor
    }
    async function locations(dns: readonly string[]) {
      return (await allOf(tracking.locate(dns))).flat()
    }
    /** What is told, by a session of its own, of what `edit` does. */
    async function changesOf(edit: () => Promise<unknown>): Promise<ToldChanges> {
      const before = await tracking.position()
      await edit()
      const told = await changesSince(before)
      expect(told.gaps).toEqual([])
      expect(told.last).toMatchObject({ kind: 'end', deletions: promises.deletions })
      return told
    }
    async function changesSince(watermark: Watermark): Promise<ToldChanges> {
      const later = await track()
      try {
        return await readChanges(later, watermark)
      } finally {
        await later.close()
      }
    }
    const rename = (dn: string, rdn: string, parentDn?: string) =>
      subject.change(
        `dn: ${dn}\nchangetype: modrdn\nnewrdn: ${rdn}\ndeleteoldrdn: 1\n${parentDn === undefined ? '' : `newsuperior: ${parentDn}\n`}`,
      )

    test('names method and server, and says how changes are found', async () => {
      const { server } = await source.discover()
      expect(tracking).toMatchObject({ method: promises.method, server })
      expect(tracking.explanation).toMatch(/^Changes .*\.$/)
      expect(await tracking.position()).toMatchObject({ method: promises.method, server })
    })

    test('tells nothing, or only what was told, when nothing changed', async () => {
      const told = await changesOf(async () => undefined)
      if (promises.repeats === 'once') expect(told.changed.size).toBe(0)
      expect(told.deleted.size).toBe(0)
    })

    test('tells of a new entry where it is', async () => {
      const cn = freshName()
      const told = await changesOf(() => addPerson('Sales', cn))
      const [anchor, dn] = [...told.changed].find(([, each]) => each.includes(cn)) ?? []
      expect(dnKey(dn ?? '')).toBe(dnKey(`CN=${cn},${container('Sales')}`))
      expect(anchor).toBe(await anchorOf(dn ?? ''))
    })

    test('tells of an attribute that changed', async () => {
      const dn = await addPerson()
      const told = await changesOf(() =>
        subject.change(`dn: ${dn}\nchangetype: modify\nreplace: description\ndescription: changed\n`),
      )
      expect(told.changed.has(await anchorOf(dn))).toBe(true)
    })

    test('tells of a picture that alone changed', async () => {
      const dn = await addPerson()
      const anchor = await anchorOf(dn)
      const attribute = subject.people.flavour === 'ad' ? 'thumbnailPhoto' : 'jpegPhoto'
      const picture = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(freshName())]).toString('base64')
      const told = await changesOf(() =>
        subject.change(`dn: ${dn}\nchangetype: modify\nreplace: ${attribute}\n${attribute}:: ${picture}\n`),
      )
      expect(told.changed.has(anchor)).toBe(true)
    })

    test('tells of an entry that was renamed and of one that moved, where they are now', async () => {
      const renamed = await addPerson()
      const moved = await addPerson()
      const anchors = [await anchorOf(renamed), await anchorOf(moved)]
      const cn = freshName()
      const told = await changesOf(async () => {
        await rename(renamed, `CN=${cn}`)
        await rename(moved, moved.split(',')[0] ?? '', container('Support'))
      })
      const places = anchors.map((anchor) => dnKey(told.changed.get(anchor) ?? ''))
      const newDns = [`CN=${cn},${container('Sales')}`, `${moved.split(',')[0]},${container('Support')}`]
      expect(places).toEqual(newDns.map(dnKey))
    })

    test('tells of a deleted entry, or that deletions are not told', async () => {
      const dn = await addPerson()
      const anchor = await anchorOf(dn)
      const other = await anchorOf(await addPerson())
      const told = await changesOf(() => subject.change(`dn: ${dn}\nchangetype: delete\n`))
      expect(told.deleted.has(anchor)).toBe(promises.deletions === 'told')
      expect(told.deleted.has(other)).toBe(false)
      expect(told.changed.has(anchor)).toBe(false)
      for (const place of told.changed.values()) expect(dnKey(place)).not.toContain('cn=deleted objects')
    })

    test('tells of a group when only a member came or went', async () => {
      const member = await addPerson()
      const group = groupDn(subject.people, 3)
      const anchor = await anchorOf(group)
      for (const operation of ['add', 'delete']) {
        const told = await changesOf(() =>
          subject.change(`dn: ${group}\nchangetype: modify\n${operation}: member\nmember: ${member}\n`),
        )
        expect(told.changed.has(anchor)).toBe(true)
      }
    })

    test('tells of a container that was renamed', async () => {
      const name = freshName()
      await subject.change(
        `dn: OU=${name},${container('Sales')}\nchangetype: add\nobjectClass: organizationalUnit\nou: ${name}\n`,
      )
      const anchor = await anchorOf(`OU=${name},${container('Sales')}`)
      const told = await changesOf(() => rename(`OU=${name},${container('Sales')}`, `OU=${name} anew`))
      expect(dnKey(told.changed.get(anchor) ?? '')).toBe(dnKey(`OU=${name} anew,${container('Sales')}`))
    })

    test('goes on where it ended, time after time', async () => {
      const first = await addPerson()
      const second = await addPerson()
      const anchors = [await anchorOf(first), await anchorOf(second)] as const
      const edit = (dn: string) => () =>
        subject.change(`dn: ${dn}\nchangetype: modify\nreplace: description\ndescription: ${freshName()}\n`)
      const before = await tracking.position()
      await edit(first)()
      const one = await changesSince(before)
      await edit(second)()
      const two = await changesSince(one.watermark ?? before)
      const three = await changesSince(two.watermark ?? before)
      expect(one.changed.has(anchors[0])).toBe(true)
      expect(two.changed.has(anchors[1])).toBe(true)
      expect(three.last.kind).toBe('end')
      if (promises.repeats === 'once') {
        expect(one.changed.has(anchors[1])).toBe(false)
        expect(two.changed.has(anchors[0])).toBe(false)
        expect(three.changed.size).toBe(0)
      }
    })

    test('tells more changes than one page holds', async () => {
      const dns = Array.from({ length: 230 }, (_, n) => userDn(subject.people, n))
      const ldif = dns.map(
        (dn) =>
          `dn:: ${Buffer.from(dn).toString('base64')}\nchangetype: modify\nreplace: description\ndescription: page ${freshName()}\n`,
      )
      const anchors = (await locations(dns)).map(({ anchor }) => anchor)
      const told = await changesOf(() => subject.change(ldif.join('\n')))
      expect(anchors).toHaveLength(dns.length)
      expect(anchors.filter((anchor) => !told.changed.has(anchor))).toEqual([])
    })

    test('says that a position is lost which it cannot understand or did not make', async () => {
      const watermark = await tracking.position()
      const spoilt = await changesSince({ ...watermark, position: `${watermark.position.slice(0, -9)}` })
      const empty = await changesSince({ ...watermark, position: '{}' })
      const method: TrackingMethod = promises.method === 'usn' ? 'timestamps' : 'usn'
      const foreign = await changesSince({ ...watermark, method })
      for (const { last } of [spoilt, empty, foreign]) expect(last).toMatchObject({ kind: 'lost' })
    })

    test('reads by anchors those that the request selects', async () => {
      const inside = await addPerson('Finance')
      const outside = await addPerson('Support')
      const filteredOut = await addPerson('Sales')
      await subject.change(`dn: ${filteredOut}\nchangetype: modify\ndelete: mail\n`)
      const anchors = await Promise.all([inside, outside, filteredOut].map(anchorOf))
      const nobody = '00000000-0000-4000-8000-000000000000'
      const events = await allOf(tracking.readAnchors(selected(), [...anchors, ...anchors, nobody]))
      expect(gapsIn(events)).toEqual([])
      expect(entriesIn(events)).toMatchObject([
        { anchor: anchors[0], kind: 'user', baseDn: container('Finance'), attributes: { mail: [expect.any(String)] } },
      ])
    })

    test('reads by any number of anchors, each entry once', async () => {
      const dns = Array.from({ length: 250 }, (_, n) => userDn(subject.people, n))
      const anchors = (await locations(dns)).map(({ anchor }) => anchor)
      const request = selected({ baseDns: [subject.people.baseDn, container('Sales')] })
      const events = await allOf(tracking.readAnchors(request, anchors))
      const entries = entriesIn(events)
      expect(entries.map(({ dn }) => dnKey(dn)).sort()).toEqual(dns.map(dnKey).sort())
      expect(new Set(entries.map(({ anchor }) => anchor))).toEqual(new Set(anchors))
    })

    test('reads groups by anchors with all their members', async () => {
      const anchor = await anchorOf(groupDn(subject.people, 0))
      const filter = '(cn=Group *)'
      const request = selected({ kind: 'group', baseDns: [subject.people.baseDn], filter })
      const [group] = entriesIn(await allOf(tracking.readAnchors(request, [anchor])))
      expect(group).toMatchObject({ anchor, kind: 'group', attributes: { cn: ['Group 0'] } })
      expect(group?.memberDns?.length).toBeGreaterThanOrEqual(Math.min(subject.people.users, 1600))
    })

    test('reports a base that is missing instead of taking everybody there for gone', async () => {
      const anchor = await anchorOf(await addPerson('Sales'))
      const missing = container('Gone')
      const request = selected({ baseDns: [missing, container('Sales')] })
      const events = await allOf(tracking.readAnchors(request, [anchor]))
      expect(gapsIn(events)).toMatchObject([{ kind: 'missing-base', baseDn: missing }])
      expect(entriesIn(events)).toMatchObject([{ anchor }])
    })

    test('reads the whole selection from its own server', async () => {
      const request = selected({ baseDns: [container('Finance')] })
      const here = await allOf(tracking.read(request))
      const there = await allOf(source.read(request))
      const anchors = (events: readonly ReadEvent[]) =>
        entriesIn(events)
          .map(({ anchor }) => anchor)
          .sort()
      expect(anchors(here)).toEqual(anchors(there))
      for (const event of here) expect(event).toMatchObject({ kind: 'page', server: tracking.server })
    })

    test('locates those of the DNs that are there', async () => {
      const dns = [container('Sales'), container('Gone'), userDn(subject.people, 1), 'not a dn']
      const found = await locations(dns)
      expect(found.map(({ dn }) => dnKey(dn)).sort()).toEqual(
        [container('Sales'), userDn(subject.people, 1)].map(dnKey).sort(),
      )
      expect(await locations([])).toEqual([])
    })

    test('fails by name when its connection is lost, and reads on as a gap', async () => {
      const watermark = await tracking.position()
      const anchor = await anchorOf(container('Sales'))
      await source.close()
      const lost = { side: 'directory', code: 'connection-lost' }
      await expect(tracking.position()).rejects.toMatchObject(lost)
      await expect(readChanges(tracking, watermark)).rejects.toMatchObject(lost)
      await expect(locations([container('Sales')])).rejects.toMatchObject(lost)
      await expect(allOf(tracking.readAnchors(selected(), [anchor]))).rejects.toMatchObject(lost)
      const gaps = gapsIn(await allOf(tracking.read(selected())))
      expect(gaps).toMatchObject([{ kind: 'connection-lost' }, { kind: 'connection-lost' }])
    })
  })
}

function entriesIn(events: readonly ReadEvent[]) {
  return events.flatMap((event) => (event.kind === 'page' ? event.entries : []))
}

function gapsIn(events: readonly ReadEvent[]) {
  return events.flatMap((event) => (event.kind === 'gap' ? [event.gap] : []))
}
