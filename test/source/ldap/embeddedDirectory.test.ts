import { readLdif } from '../../../app/demo/directory/readLdif.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../../app/demo/directory/startEmbeddedDirectory.ts'
import { ldapSource } from '../../../app/source/ldap/ldapSource.ts'
import { describeSource } from '../../contract/source.ts'
import { type ContactsOptions, contactsLdif } from '../../services/contactsLdif.ts'
import { type PeopleOptions, peopleLdif } from '../../services/peopleLdif.ts'
import { waitUntil } from '../../services/waitUntil.ts'
import { connectionTo } from './connectionTo.ts'

const kinds = [
  {
    kind: 'ad-ds',
    people: { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 1700, groups: 8, contacts: 3 },
    userFilter: '(objectClass=user)',
    groupFilter: '(objectClass=group)',
  },
  {
    kind: 'ldap',
    people: { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 1700, groups: 8, contacts: 3 },
    userFilter: '(objectClass=inetOrgPerson)',
    groupFilter: '(objectClass=groupOfNames)',
  },
] as const satisfies readonly { people: ContactsOptions & PeopleOptions; [name: string]: unknown }[]

/** Changed last years ago, so that times tell one change from another. */
const aged = (ldif: string) => ldif.replaceAll(/\n\n/g, '\nmodifyTimestamp: 20200229120000Z\n\n')

describe.each(kinds)('the embedded directory as $kind', ({ kind, people, userFilter, groupFilter }) => {
  let directory: EmbeddedDirectory
  beforeAll(async () => {
    const ldif = [...peopleLdif(people), ...contactsLdif(people)].join('')
    const entries = readLdif(kind === 'ldap' ? aged(ldif) : ldif)
    // As Windows does: large groups come in ranges, pages hold at most 1,000.
    directory = await startEmbeddedDirectory({ kind, entries, limits: { maxPageSize: 1000, maxValRange: 1500 } })
  })
  afterAll(() => directory.close())

  describeSource(`embedded ${kind}`, () => ({
    open: () => ldapSource(connectionTo([directory.url], { type: kind })),
    people,
    userFilter,
    groupFilter,
    async replaceValue(dn, attribute, value) {
      directory.replace(dn, { [attribute]: [value] })
    },
  }))

  test('leaves no connection behind', async () => {
    const source = ldapSource(connectionTo([directory.url], { type: kind }))
    await source.discover()
    for await (const _ of source.read({ kind: 'user', baseDns: [people.baseDn], filter: userFilter, attributes: [] }))
      break
    await source.close()
    await waitUntil('no connection is open', () => directory.connections === 0)
  })
})
