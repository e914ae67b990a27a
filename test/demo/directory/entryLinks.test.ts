import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../../app/demo/directory/startEmbeddedDirectory.ts'

const baseDn = 'DC=corp,DC=test'
const dnOf = (name: string, ou = 'Staff') => `CN=${name},OU=${ou},${baseDn}`
const entries = [
  { dn: dnOf('boss'), attributes: { objectClass: ['user'], cn: ['boss'] } },
  { dn: dnOf('clerk'), attributes: { objectClass: ['user'], cn: ['clerk'], manager: [dnOf('boss')] } },
]

describe('directReports', () => {
  let directory: EmbeddedDirectory
  afterEach(() => directory.close())
  const reports = (dn: string) => directory.find(dn)?.attributes.directReports ?? []

  test('names on AD DS who names an entry as manager, wherever both are', async () => {
    directory = await startEmbeddedDirectory({ entries, kind: 'ad-ds' })
    expect(reports(dnOf('boss'))).toEqual([dnOf('clerk')])
    directory.move(dnOf('clerk'), dnOf('clerk', 'Left'))
    expect(reports(dnOf('boss'))).toEqual([dnOf('clerk', 'Left')])
    directory.move(dnOf('boss'), dnOf('boss', 'Left'))
    expect(reports(dnOf('boss', 'Left'))).toEqual([dnOf('clerk', 'Left')])
    directory.replace(dnOf('clerk', 'Left'), { manager: [] })
    expect(reports(dnOf('boss', 'Left'))).toEqual([])
  })

  test('is not known elsewhere', async () => {
    directory = await startEmbeddedDirectory({ entries, kind: 'ldap' })
    expect(directory.find(dnOf('boss'))?.attributes).not.toHaveProperty('directReports')
  })
})
