import { readLdif } from '../../../../app/demo/directory/readLdif.ts'
import {
  type EmbeddedDirectory,
  startEmbeddedDirectory,
} from '../../../../app/demo/directory/startEmbeddedDirectory.ts'
import type { Entry } from '../../../../app/model/entry.ts'
import type { Gap } from '../../../../app/model/gap.ts'
import { ldapSource } from '../../../../app/source/ldap/ldapSource.ts'
import type { ReadRequest } from '../../../../app/source/source.ts'
import { allOf } from '../../../fakes/allOf.ts'
import { type PeopleOptions, peopleLdif } from '../../../services/peopleLdif.ts'
import { waitUntil } from '../../../services/waitUntil.ts'
import { readAll } from '../../readAll.ts'
import { connectionTo } from '../connectionTo.ts'

const people: PeopleOptions = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 300, groups: 1 }
const request: ReadRequest = {
  kind: 'user',
  baseDns: [people.baseDn],
  filter: '(objectClass=user)',
  attributes: ['mail'],
  marks: 'wanted',
}

describe('reading by anchors from a server that is lost', () => {
  let directory: EmbeddedDirectory
  let anchors: readonly string[]
  beforeEach(async () => {
    directory = await startEmbeddedDirectory({ kind: 'ad-ds', entries: readLdif([...peopleLdif(people)].join('')) })
    const source = open()
    anchors = (await readAll(source, request)).entries.map(({ anchor }) => anchor)
    await source.close()
  })
  afterEach(() => directory.close())

  const open = (...others: string[]) =>
    ldapSource(connectionTo([directory.url, ...others], { type: 'ad-ds', pageSize: 50 }))

  /** Reads on after `meanwhile`, which happens when the first page is there. */
  async function read(source: ReturnType<typeof open>, meanwhile: () => void) {
    const entries: Entry[] = []
    const gaps: Gap[] = []
    let pages = 0
    for await (const event of source.readAnchors(request, anchors)) {
      if (event.kind === 'gap') gaps.push(event.gap)
      else entries.push(...event.entries)
      pages += 1
      if (pages === 1) meanwhile()
    }
    await source.close()
    return { entries, gaps }
  }

  test('goes on at the next one, and gives nobody twice', async () => {
    const { entries, gaps } = await read(open(directory.url), () => directory.cutConnections())
    expect(gaps).toEqual([])
    expect(entries.map(({ anchor }) => anchor).sort()).toEqual([...anchors].sort())
  })

  test('is a gap when no other one answers', async () => {
    const { entries, gaps } = await read(open(), () => {
      directory.limits.cutAfterEntries = 5
      directory.cutConnections()
    })
    expect(entries).toHaveLength(50)
    expect(gaps).toMatchObject([{ kind: 'connection-lost', baseDn: people.baseDn }])
  })

  test('fails by name when it never answered', async () => {
    const source = open()
    await directory.close()
    await expect(allOf(source.readAnchors(request, anchors))).rejects.toMatchObject({
      side: 'directory',
      code: 'unreachable',
    })
    await source.close()
  })

  test('leaves no connection behind, also when it is left in the middle', async () => {
    const source = open()
    for await (const event of source.readAnchors(request, anchors)) {
      expect(event.kind).toBe('page')
      break
    }
    await waitUntil('no connection is open', () => directory.connections === 0)
    await source.close()
  })
})
