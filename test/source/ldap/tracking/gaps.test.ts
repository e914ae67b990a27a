import type { DirectoryLimits } from '../../../../app/demo/directory/directoryLimits.ts'
import { readLdif } from '../../../../app/demo/directory/readLdif.ts'
import {
  type EmbeddedDirectory,
  startEmbeddedDirectory,
} from '../../../../app/demo/directory/startEmbeddedDirectory.ts'
import { ldapSource } from '../../../../app/source/ldap/ldapSource.ts'
import type { Source } from '../../../../app/source/source.ts'
import type { Tracking } from '../../../../app/source/tracking.ts'
import { type PeopleOptions, peopleLdif, userDn } from '../../../services/peopleLdif.ts'
import { readChanges } from '../../readChanges.ts'
import { connectionTo } from '../connectionTo.ts'

const cases = [
  { kind: 'ad-ds', people: { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 300, groups: 3 } },
  { kind: 'ldap', people: { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 300, groups: 3 } },
] as const satisfies readonly { people: PeopleOptions; [name: string]: unknown }[]

describe.each(cases)('changes that a directory of kind $kind does not tell whole', ({ kind, people }) => {
  let directory: EmbeddedDirectory
  let source: Source
  let tracking: Tracking
  beforeEach(async () => {
    directory = await startEmbeddedDirectory({ kind, entries: readLdif([...peopleLdif(people)].join('')) })
    source = ldapSource(connectionTo([directory.url], { pageSize: 50 }))
    const begun = await source.track({ baseDns: [people.baseDn] })
    if (begun === null) throw new Error('No tracking was offered.')
    tracking = begun
  })
  afterEach(async () => {
    await source.close()
    await directory.close()
  })
  const changeMany = () => {
    for (let n = 0; n < 200; n += 1) directory.replace(userDn(people, n), { title: ['Changed'] })
  }
  const limits = (changes: DirectoryLimits) => Object.assign(directory.limits, changes)

  test('are a gap, and the position stays', async () => {
    const watermark = await tracking.position()
    changeMany()
    limits({ sizeLimit: 120 })
    const cut = await readChanges(tracking, watermark)
    expect(cut.gaps).toMatchObject([{ kind: 'size-limit' }])
    expect(cut.last).toEqual({ kind: 'end', watermark, deletions: expect.any(String) })
    limits({ sizeLimit: Number.POSITIVE_INFINITY })
    const whole = await readChanges(tracking, watermark)
    expect(whole.gaps).toEqual([])
    expect(whole.changed.size).toBeGreaterThanOrEqual(200)
  })

  test('fail by name when the connection is cut in the middle', async () => {
    const watermark = await tracking.position()
    changeMany()
    const events = tracking.changesSince(watermark)[Symbol.asyncIterator]()
    expect(await events.next()).toMatchObject({ value: { kind: 'changed' } })
    directory.cutConnections()
    const rest = async () => {
      while (!(await events.next()).done);
    }
    await expect(rest()).rejects.toMatchObject({ side: 'directory', code: 'connection-lost' })
  })

  test('are not begun at a server that has no time', async () => {
    limits({ refuseSearches: 'busy' })
    const busy = { side: 'directory', code: 'busy', place: tracking.server }
    await expect(source.track({ baseDns: [people.baseDn] })).rejects.toMatchObject(busy)
  })
})
