import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'

/** Files in PEM form. */
export interface CertificateFiles {
  readonly certificateFile: string
  readonly keyFile: string
}

/** What is special about a server's certificate. */
export const certificateKinds = ['valid', 'wrong-name', 'common-name-only', 'expired'] as const
export type CertificateKind = (typeof certificateKinds)[number]

export interface Certificates {
  readonly caFile: string
  /** A second authority that signed nothing here: whoever trusts only it must refuse the server. */
  readonly otherCaFile: string
  /**
   * `valid` stands for localhost and 127.0.0.1; `wrong-name` for elsewhere.example; `common-name-only` has the common
   * name ldap.common-name.example and no alternative name, as Samba makes them; `expired` was good yesterday.
   */
  readonly server: Readonly<Record<CertificateKind, CertificateFiles>>
  /** Client certificate with the subject `CN=connector`, for EXTERNAL. */
  readonly client: CertificateFiles
}

const subjects: Readonly<Record<CertificateKind, { readonly commonName: string; readonly names: string }>> = {
  valid: { commonName: 'localhost', names: 'DNS:localhost,IP:127.0.0.1' },
  'wrong-name': { commonName: 'elsewhere.example', names: 'DNS:elsewhere.example' },
  'common-name-only': { commonName: 'ldap.common-name.example', names: '' },
  expired: { commonName: 'localhost', names: 'DNS:localhost,IP:127.0.0.1' },
}

/** Makes two authorities, one certificate of each kind, and a client certificate in `folder`. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  mkdirSync(folder, { recursive: true })
  const authority = await makeAuthority(folder, 'ca', 'Test authority')
  const other = await makeAuthority(folder, 'other-ca', 'Other test authority')
  const entries = await Promise.all(
    certificateKinds.map(
      async (kind) =>
        [
          kind,
          await makeCertificate(folder, `server-${kind}`, {
            ...subjects[kind],
            usage: 'serverAuth',
            authority,
            period: kind === 'expired' ? expiredPeriod : validPeriod,
          }),
        ] as const,
    ),
  )
  const client = await makeCertificate(folder, 'client', {
    commonName: 'connector',
    names: '',
    usage: 'clientAuth',
    authority,
    period: validPeriod,
  })
  const server = Object.fromEntries(entries) as Record<CertificateKind, CertificateFiles>
  return { caFile: authority.certificateFile, otherCaFile: other.certificateFile, server, client }
}

const validPeriod: readonly string[] = ['-days', '365']
const expiredPeriod: readonly string[] = ['-days', '-1']

async function makeAuthority(folder: string, name: string, commonName: string): Promise<CertificateFiles> {
  const files = filesOf(folder, name)
  const subject = ['-subj', `/CN=${commonName}`, '-days', '365']
  await run('openssl', ['req', '-x509', ...newKey(files), ...subject, '-out', files.certificateFile])
  return files
}

interface CertificateRequest {
  readonly commonName: string
  readonly names: string
  readonly usage: 'serverAuth' | 'clientAuth'
  readonly authority: CertificateFiles
  readonly period: readonly string[]
}

async function makeCertificate(folder: string, name: string, request: CertificateRequest): Promise<CertificateFiles> {
  const files = filesOf(folder, name)
  const requestFile = join(folder, `${name}.csr`)
  const extensionFile = join(folder, `${name}.ext`)
  const alternativeNames = request.names === '' ? '' : `subjectAltName=${request.names}\n`
  writeFileSync(extensionFile, `basicConstraints=CA:FALSE\nextendedKeyUsage=${request.usage}\n${alternativeNames}`)
  await run('openssl', ['req', ...newKey(files), '-subj', `/CN=${request.commonName}`, '-out', requestFile])
  const signer = ['-CA', request.authority.certificateFile, '-CAkey', request.authority.keyFile]
  const serial = ['-set_serial', `0x${Buffer.from(name).toString('hex').slice(0, 30)}`]
  const inputAndOutput = ['-in', requestFile, '-extfile', extensionFile, '-out', files.certificateFile]
  await run('openssl', ['x509', '-req', ...signer, ...serial, ...request.period, ...inputAndOutput])
  return files
}

function filesOf(folder: string, name: string): CertificateFiles {
  return { certificateFile: join(folder, `${name}.pem`), keyFile: join(folder, `${name}.key`) }
}

function newKey(files: CertificateFiles): readonly string[] {
  return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', files.keyFile]
}
