import { referencesGap } from '../../../../app/source/ldap/reading/references.ts'

const baseDn = 'DC=corp,DC=example'

test('partitions of Active Directory itself are no gap', () => {
  const urls = [
    'ldap://ForestDnsZones.corp.example/DC=ForestDnsZones,DC=corp,DC=example',
    'ldap://corp.example/CN=Configuration,DC=corp,DC=example??sub',
    'ldap://elsewhere/DC=other,DC=example',
  ]
  expect(referencesGap(urls, baseDn, 'ad-ds')).toBeUndefined()
})

test('a child domain is a gap, and so is a reference without a DN', () => {
  const urls = ['ldap://child/DC=child,DC=corp,DC=example??sub', 'ldap://unknown']
  expect(referencesGap(urls, baseDn, 'ad-ds')).toMatchObject({
    kind: 'referral-not-followed',
    baseDn,
    message: expect.stringContaining('2 parts'),
  })
})

test('on other products a container called Configuration is a gap', () => {
  expect(referencesGap(['ldap://x/CN=Configuration,DC=corp,DC=example'], baseDn, 'openldap')).toBeDefined()
})

test('percent-encoded DNs are understood', () => {
  expect(
    referencesGap(['ldap://x/ou=M%C3%BCnchen,DC=corp,DC=example'], 'OU=münchen,dc=corp,dc=example', '389-ds'),
  ).toBeDefined()
})
