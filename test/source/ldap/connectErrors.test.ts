import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import type { LdapConnectionSettings } from '../../../app/source/ldap/connectionSettings.ts'
import { ldapSource } from '../../../app/source/ldap/ldapSource.ts'
import { allOf } from '../../fakes/allOf.ts'
import { type CertificateKind, certificateKinds } from '../../services/certificates.ts'
import { describeWithService } from '../../services/describeWithService.ts'
import { freePort } from '../../services/freePort.ts'
import { type Slapd, startSlapd } from '../../services/slapd.ts'
import { connectionTo } from './connectionTo.ts'

/** What an administrator is told when the first connection fails. */
const failure = async (settings: LdapConnectionSettings) => {
  const source = ldapSource(settings)
  try {
    const facts = await source.discover()
    return { code: 'none', server: facts.server }
  } catch (error) {
    return error
  } finally {
    await source.close()
  }
}

describe('a server that cannot be reached', () => {
  test('a name that does not exist', async () => {
    expect(await failure(connectionTo(['ldap://no-such-host.invalid']))).toMatchObject({
      side: 'directory',
      code: 'host-not-found',
      message: expect.stringContaining('no-such-host.invalid'),
      place: 'ldap://no-such-host.invalid',
    })
  })

  test('a port on which nobody listens', async () => {
    const port = await freePort()
    expect(await failure(connectionTo([`ldap://127.0.0.1:${port}`]))).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining(`refused the connection on port ${port}`),
      remedy: expect.stringContaining('636'),
    })
  })

  test.each(['ldap://127.0.0.1:99999', 'http://127.0.0.1', 'dc1'])('%s, which is no server', async (url) => {
    expect(await failure(connectionTo([url]))).toMatchObject({ side: 'settings', code: 'invalid-server' })
    const source = ldapSource(connectionTo([url]))
    expect(await allOf(source.check([]))).toMatchObject([{ level: 'error', side: 'settings' }])
    await source.close()
  })

  test('several servers of which none answers are all named', async () => {
    const urls = [`ldap://127.0.0.1:${await freePort()}`, 'ldap://no-such-host.invalid']
    const error = await failure(connectionTo(urls))
    expect(error).toMatchObject({ code: 'unreachable' })
    for (const url of urls) expect(error).toMatchObject({ message: expect.stringContaining(url) })
  })

  test('settings files that cannot be read', async () => {
    const servers = ['ldaps://127.0.0.1:1']
    const caFile = join(import.meta.dirname, 'no-such-file.pem')
    expect(await failure(connectionTo(servers, { tls: { verify: true, caFile } }))).toMatchObject({
      side: 'settings',
      code: 'unreadable-file',
      message: expect.stringContaining(caFile),
      place: 'directory.tls.caFile',
    })
    expect(await failure(connectionTo(servers, { tls: { verify: true, caFile: import.meta.filename } }))).toMatchObject(
      {
        side: 'settings',
        code: 'invalid-certificate-file',
      },
    )
  })
})

describe('a server that is no LDAP server', () => {
  let server: Server
  let answer: string
  beforeAll((done) => {
    server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', () => (answer === '' ? undefined : socket.end(answer)))
    })
    server.listen(0, '127.0.0.1', () => done())
  })
  afterAll((done) => {
    server.close(done)
  })
  const port = () => {
    const address = server.address()
    return typeof address === 'object' ? address?.port : undefined
  }

  test('that speaks something else', async () => {
    answer = 'HTTP/1.1 400 Bad Request\r\n\r\n'
    const settings = connectionTo([`ldap://127.0.0.1:${port()}`])
    expect(await failure(settings)).toMatchObject({ side: 'directory', code: 'protocol-mismatch' })
  })

  test('that speaks something else where TLS is expected', async () => {
    answer = 'HTTP/1.1 400 Bad Request\r\n\r\n'
    const settings = connectionTo([`ldaps://127.0.0.1:${port()}`])
    expect(await failure(settings)).toMatchObject({ side: 'directory', code: 'protocol-mismatch' })
  })

  test('that says nothing', async () => {
    answer = ''
    const settings = connectionTo([`ldap://127.0.0.1:${port()}`], { timeoutSeconds: 1 })
    expect(await failure(settings)).toMatchObject({ side: 'directory', code: 'timeout' })
  })
})

describeWithService('slapd', 'TLS and sign-in against OpenLDAP', () => {
  const servers = new Map<CertificateKind, Slapd>()
  beforeAll(async () => {
    for (const kind of certificateKinds) servers.set(kind, await startSlapd({ certificate: kind }))
  })
  afterAll(() => Promise.all([...servers.values()].map((server) => server.stop())))

  const slapd = (kind: CertificateKind = 'valid'): Slapd => {
    const server = servers.get(kind)
    if (server === undefined) throw new Error(`${kind} does not run.`)
    return server
  }
  const trusting = (kind: CertificateKind, tls: Partial<LdapConnectionSettings['tls']> = {}) =>
    connectionTo([slapd(kind).tlsUrl], { tls: { verify: true, caFile: slapd(kind).certificates.caFile, ...tls } })

  test('an authority that is not trusted', async () => {
    const { otherCaFile } = slapd().certificates
    expect(await failure(trusting('valid', { caFile: otherCaFile }))).toMatchObject({
      code: 'certificate-untrusted',
      remedy: expect.stringContaining('directory.tls.caFile'),
    })
  })

  test('the same over StartTLS', async () => {
    const settings = connectionTo([slapd().url], { startTls: true })
    expect(await failure(settings)).toMatchObject({ code: 'certificate-untrusted' })
  })

  test('verification that was switched off explicitly', async () => {
    const settings = connectionTo([slapd('expired').tlsUrl], { tls: { verify: false } })
    expect(await failure(settings)).toMatchObject({ code: 'none' })
  })

  test('a certificate that has expired', async () => {
    expect(await failure(trusting('expired'))).toMatchObject({ code: 'certificate-expired' })
  })

  test('a certificate for another name, which is named', async () => {
    expect(await failure(trusting('wrong-name'))).toMatchObject({
      code: 'certificate-name',
      message: expect.stringMatching(/elsewhere\.example.*127\.0\.0\.1/),
      remedy: expect.stringContaining('serverName'),
    })
    expect(await failure(trusting('wrong-name', { serverName: 'elsewhere.example' }))).toMatchObject({ code: 'none' })
  })

  test('a certificate with a common name only counts when the name is given', async () => {
    expect(await failure(trusting('common-name-only'))).toMatchObject({ code: 'certificate-name' })
    const given = { serverName: 'ldap.common-name.example' }
    expect(await failure(trusting('common-name-only', given))).toMatchObject({ code: 'none' })
    expect(await failure(trusting('common-name-only', { serverName: 'other.example' }))).toMatchObject({
      code: 'certificate-name',
      message: expect.stringContaining('ldap.common-name.example'),
    })
  })

  test('a common name never counts beside alternative names', async () => {
    expect(await failure(trusting('valid', { serverName: 'elsewhere.example' }))).toMatchObject({
      code: 'certificate-name',
    })
  })

  test('ldaps on the plain port and ldap on the TLS port', async () => {
    expect(await failure(connectionTo([`ldaps://127.0.0.1:${slapd().port}`]))).toMatchObject({
      code: 'protocol-mismatch',
      remedy: expect.stringContaining('ldap://'),
    })
    expect(await failure(connectionTo([`ldap://127.0.0.1:${slapd().tlsPort}`]))).toMatchObject({
      code: 'protocol-mismatch',
      remedy: expect.stringContaining('ldaps://'),
    })
  })

  test('a wrong password is tried on one server only', async () => {
    const user = slapd().reader.dn
    const bind = { method: 'simple', user, password: 'wrong' } as const
    expect(await failure(connectionTo([slapd().url, slapd('expired').url], { bind }))).toMatchObject({
      code: 'invalid-credentials',
      message: expect.stringContaining(user),
      place: slapd().url,
    })
  })

  test('an empty password is not sent', async () => {
    const bind = { method: 'simple', user: slapd().reader.dn, password: '' } as const
    expect(await failure(connectionTo([slapd().url], { bind }))).toMatchObject({
      side: 'settings',
      code: 'empty-password',
    })
  })

  test('EXTERNAL without a certificate, and without TLS', async () => {
    const bind = { method: 'external' } as const
    expect(await failure({ ...trusting('valid'), bind })).toMatchObject({ code: 'auth-method-not-supported' })
    expect(await failure(connectionTo([slapd().url], { bind }))).toMatchObject({
      side: 'settings',
      code: 'external-needs-tls',
    })
  })

  test('the next server is used when the first does not answer', async () => {
    const dead = `ldap://127.0.0.1:${await freePort()}`
    const settings = connectionTo([dead, slapd().url])
    expect(await failure(settings)).toEqual({ code: 'none', server: `127.0.0.1:${slapd().port}` })
  })

  test('check says until when the certificate is valid', async () => {
    const source = ldapSource(trusting('valid'))
    const findings = await allOf(source.check([slapd().baseDn]))
    expect(findings.find((finding) => finding.subject.startsWith('TLS'))).toMatchObject({
      level: 'ok',
      message: expect.stringMatching(/valid until \d{4}-\d\d-\d\d \(36[45] days\)/),
    })
    await source.close()
  })

  test('check stops at the first thing that fails, without an error of its own', async () => {
    const source = ldapSource(connectionTo([`ldap://127.0.0.1:${await freePort()}`]))
    const findings = await allOf(source.check(['dc=example,dc=com']))
    expect(findings.map((finding) => finding.level)).toEqual(['ok', 'error'])
    await source.close()
  })
})
