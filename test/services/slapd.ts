import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CertificateKind, type Certificates, makeCertificates } from './certificates.ts'
import { freePort } from './freePort.ts'
import { requireProgram } from './installed.ts'
import { isListening } from './isListening.ts'
import { run } from './run.ts'
import { startServerProcess, waitForServer } from './serverProcess.ts'

export interface SlapdOptions {
  /** Entries to load below the base entry: LDIF texts in pieces (`peopleLdif`). */
  readonly ldif?: Iterable<string>
  /** LDIF files to load, before `ldif`. */
  readonly ldifFiles?: readonly string[]
  /** Default `dc=example,dc=com`. Its entry, the accounts and `ou=Hidden` are made by the helper. */
  readonly baseDn?: string
  /** The most entries that one search, paged or not, gives to anyone but the administrator. */
  readonly sizeLimit?: number
  /** Seconds that one search may take for anyone but the administrator. */
  readonly timeLimit?: number
  /** Loads the overlay syncprov with a session log of so many changes; 0 for an overlay without a log. */
  readonly sessionLog?: number
  /** Classes to add to the schema, as in slapd.conf(5): `objectclass ( … )`. */
  readonly classes?: readonly string[]
  /** What the server's certificate looks like; default `valid`. */
  readonly certificate?: CertificateKind
}

/** A name and its password. */
export interface SlapdAccount {
  readonly dn: string
  readonly password: string
}

export interface Slapd {
  readonly url: string
  readonly tlsUrl: string
  readonly port: number
  readonly tlsPort: number
  readonly baseDn: string
  /** May do everything, without limits. */
  readonly admin: SlapdAccount
  /** Reads everything within the limits. The client certificate is mapped to it by EXTERNAL. */
  readonly reader: SlapdAccount
  /** Reads everything but `hiddenDn` and what is below it, without being told. */
  readonly restricted: SlapdAccount
  /** `ou=Hidden,…` with one person, `cn=Hidden Person`. */
  readonly hiddenDn: string
  /** `ou=Opaque,…` with one person: the restricted account may search in it, but is not shown the entry itself. */
  readonly opaqueDn: string
  readonly certificates: Certificates
  /** Ends the server by its id and starts it again with what it holds, on the same ports. */
  restart(): Promise<void>
  /** Ends the server by its id and removes its folder. */
  stop(): Promise<void>
}

/**
 * Starts an OpenLDAP server of its own on free ports of 127.0.0.1: ldap:// (with StartTLS) and ldaps://, database mdb,
 * loaded offline (100,000 entries in seconds). Anonymous users read everything but `hiddenDn`.
 */
export async function startSlapd(options: SlapdOptions = {}): Promise<Slapd> {
  const folder = mkdtempSync(join(tmpdir(), 'connector-slapd-'))
  const baseDn = options.baseDn ?? 'dc=example,dc=com'
  const port = await freePort()
  const tlsPort = await freePort()
  const certificates = await makeCertificates(join(folder, 'tls'))
  const configFile = join(folder, 'slapd.conf')
  mkdirSync(join(folder, 'data'))
  writeFileSync(configFile, configuration(folder, baseDn, certificates, options))
  const files = (options.ldifFiles ?? []).map((file) => `${readFileSync(file, 'utf8')}\n\n`)
  await run(requireProgram('slapadd'), ['-q', '-f', configFile], {
    input: joined(baseLdif(baseDn), files, options.ldif ?? []),
  })

  const url = `ldap://127.0.0.1:${port}`
  const tlsUrl = `ldaps://127.0.0.1:${tlsPort}`
  const start = async () => {
    const started = startServerProcess(requireProgram('slapd'), [
      '-h',
      `${url}/ ${tlsUrl}/`,
      '-f',
      configFile,
      '-d',
      '0',
    ])
    await waitForServer(started, () => isListening('127.0.0.1', tlsPort), 30)
    return started
  }
  let server = await start()
  return {
    url,
    tlsUrl,
    port,
    tlsPort,
    baseDn,
    admin: { dn: `cn=admin,${baseDn}`, password: 'admin-secret' },
    reader: { dn: `cn=reader,${baseDn}`, password: 'reader-secret' },
    restricted: { dn: `cn=restricted,${baseDn}`, password: 'restricted-secret' },
    hiddenDn: `ou=Hidden,${baseDn}`,
    opaqueDn: `ou=Opaque,${baseDn}`,
    certificates,
    restart: async () => {
      await server.stop()
      server = await start()
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function configuration(folder: string, baseDn: string, certificates: Certificates, options: SlapdOptions): string {
  const files = certificates.server[options.certificate ?? 'valid']
  const size = options.sizeLimit ?? 'unlimited'
  const time = options.timeLimit ?? 'unlimited'
  const hidden = `dn.subtree="ou=Hidden,${baseDn}"`
  return `
${['core', 'cosine', 'inetorgperson', 'nis'].map((name) => `include /etc/ldap/schema/${name}.schema`).join('\n')}
${(options.classes ?? []).join('\n')}
pidfile ${folder}/slapd.pid
modulepath /usr/lib/ldap
moduleload back_mdb
${options.sessionLog === undefined ? '' : 'moduleload syncprov'}
TLSCACertificateFile ${certificates.caFile}
TLSCertificateFile ${files.certificateFile}
TLSCertificateKeyFile ${files.keyFile}
TLSVerifyClient try
authz-regexp "^cn=connector$" "cn=reader,${baseDn}"
threads 4
database mdb
maxsize 4294967296
suffix "${baseDn}"
rootdn "cn=admin,${baseDn}"
rootpw admin-secret
directory ${folder}/data
dbnosync
index objectClass,entryUUID,uid,mail,member eq
sizelimit size.soft=${size} size.hard=${size} size.prtotal=${size}
timelimit time.soft=${time} time.hard=${time}
access to attrs=userPassword by anonymous auth by * none
access to ${hidden} by dn.exact="cn=restricted,${baseDn}" none by users read by * none
access to dn.base="ou=Opaque,${baseDn}" by dn.exact="cn=restricted,${baseDn}" search by * read
access to * by * read
${options.sessionLog === undefined ? '' : 'overlay syncprov'}
${options.sessionLog === undefined || options.sessionLog === 0 ? '' : `syncprov-sessionlog ${options.sessionLog}`}
`
}

function baseLdif(baseDn: string): string {
  const [type = '', value = ''] = baseDn.split(',')[0]?.split('=') ?? []
  const structural = type.toLowerCase() === 'dc' ? 'objectClass: organization\no: Example\n' : ''
  const kind =
    type.toLowerCase() === 'dc' ? 'dcObject' : type.toLowerCase() === 'o' ? 'organization' : 'organizationalUnit'
  return `dn: ${baseDn}
objectClass: ${kind}
${structural}${type}: ${value}

${['reader', 'restricted'].map((name) => accountLdif(name, baseDn)).join('')}${['Hidden', 'Opaque'].map((name) => containerLdif(name, baseDn)).join('')}`
}

function containerLdif(name: string, baseDn: string): string {
  return `dn: ou=${name},${baseDn}
objectClass: organizationalUnit
ou: ${name}

dn: cn=${name} Person,ou=${name},${baseDn}
objectClass: inetOrgPerson
cn: ${name} Person
sn: Person
mail: ${name.toLowerCase()}@example.com

`
}

function accountLdif(name: string, baseDn: string): string {
  return `dn: cn=${name},${baseDn}
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: ${name}
userPassword: ${name}-secret

`
}

function* joined(first: string, files: readonly string[], texts: Iterable<string>): Generator<string> {
  yield first
  yield* files
  yield* texts
}
