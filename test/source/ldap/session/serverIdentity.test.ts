import type { PeerCertificate } from 'node:tls'
import { serverIdentityError } from '../../../../app/source/ldap/session/serverIdentity.ts'

const certificate = (commonName: string, alternatives?: string): PeerCertificate =>
  ({
    subject: { CN: commonName },
    ...(alternatives === undefined ? {} : { subjectaltname: alternatives }),
  }) as PeerCertificate

test('takes alternative names, with wildcards, and addresses', () => {
  const found = certificate('x', 'DNS:*.corp.example, IP Address:10.0.0.1')
  expect(serverIdentityError('dc1.corp.example', undefined, found)).toBeUndefined()
  expect(serverIdentityError('10.0.0.1', undefined, found)).toBeUndefined()
  expect(serverIdentityError('10.0.0.2', undefined, found)).toMatchObject({ expected: '10.0.0.2' })
})

test('takes no common name beside alternative names of another kind', () => {
  const found = certificate('dc1.corp.example', 'IP Address:10.0.0.1')
  expect(serverIdentityError('x', 'dc1.corp.example', found)).toMatchObject({
    found: expect.stringContaining('10.0.0.1'),
  })
})

test('takes a common name alone only when the name is given', () => {
  const found = certificate('dc1.corp.example')
  expect(serverIdentityError('dc1.corp.example', undefined, found)).toBeDefined()
  expect(serverIdentityError('10.0.0.1', 'dc1.corp.example', found)).toBeUndefined()
  expect(serverIdentityError('10.0.0.1', 'dc2.corp.example', found)).toBeDefined()
})
