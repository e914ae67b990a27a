import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquireLock } from './acquireLock.ts'
import { requireProgram } from './installed.ts'
import { isListening } from './isListening.ts'
import { run } from './run.ts'
import {
  processStartTime,
  type ServerProcess,
  startServerProcess,
  stopProcess,
  waitForServer,
} from './serverProcess.ts'

export interface SambaAdOptions {
  /** Entries to load into the domain: LDIF texts in pieces (`peopleLdif` with flavour `ad`). 5,000 users take 11 s. */
  readonly ldif?: Iterable<string>
  /** `yes` (as a hardened Windows) refuses simple binds on plain connections; default `no`. */
  readonly requireStrongAuth?: 'yes' | 'no'
}

export interface SambaAd {
  /** `ldap://127.0.0.1`, port 389, also for StartTLS. */
  readonly url: string
  /** `ldaps://127.0.0.1`, port 636. */
  readonly tlsUrl: string
  /** `DC=corp,DC=example,DC=com`. */
  readonly baseDn: string
  /** The domain's administrator, in the three spellings that Active Directory takes for a bind. */
  readonly admin: {
    readonly dn: string
    readonly userPrincipalName: string
    readonly downLevelName: string
    readonly password: string
  }
  readonly caFile: string
  /** The database file, which the ldb tools change beside the server and beyond all rights. */
  readonly database: string
  /** The common name in the server's certificate, which has no alternative name: set it as `serverName`. */
  readonly serverName: string
  /** Ends the server and its children by their ids, and lets the next one start. */
  stop(): Promise<void>
}

const realm = 'CORP.EXAMPLE.COM'
const baseDn = 'DC=corp,DC=example,DC=com'
const password = 'Passw0rd!23'
const schemaFolder = join(import.meta.dirname, 'samba')
const schemaFiles = ['1-attributes', '2-refresh', '3-class', '2-refresh', '4-attach', '2-refresh']
const workFolder = join(tmpdir(), 'connector-samba-ad')
/** Holds the id and the start time of the server that was started last. */
const pidFile = join(workFolder, 'samba.pid')
/** Samba writes full paths into its configuration, so that every domain controller lives in the same folder. */
const domainFolder = join(workFolder, 'dc')

const databaseFile = join(domainFolder, 'private/sam.ldb')

const provisionArguments: readonly string[] = [
  ...['domain', 'provision', '--use-rfc2307', '--server-role=dc', '--dns-backend=NONE'],
  ...[`--targetdir=${domainFolder}`, `--realm=${realm}`, '--domain=CORP', '--host-name=DC1', `--adminpass=${password}`],
]

/**
 * Starts a real Active Directory domain controller (Samba) on 127.0.0.1, with the Exchange and Skype attributes in its
 * schema. Its ports are fixed, so only one runs at a time: a second caller waits for the first to stop (up to 10
 * minutes). A provisioned and loaded domain is kept in the temporary folder, so that equal options start in seconds.
 */
export async function startSambaAd(options: SambaAdOptions = {}): Promise<SambaAd> {
  mkdirSync(workFolder, { recursive: true, mode: 0o700 })
  const unlock = await acquireLock(join(workFolder, 'lock'), 600)
  try {
    await stopOrphan()
    await restoreDomain([...(options.ldif ?? [])].join(''))
    const server = await startServer(options.requireStrongAuth ?? 'no')
    return {
      url: 'ldap://127.0.0.1',
      tlsUrl: 'ldaps://127.0.0.1',
      baseDn,
      admin: {
        dn: `CN=Administrator,CN=Users,${baseDn}`,
        userPrincipalName: 'Administrator@corp.example.com',
        downLevelName: 'CORP\\Administrator',
        password,
      },
      caFile: join(domainFolder, 'private/tls/ca.pem'),
      database: databaseFile,
      serverName: 'DC1.corp.example.com',
      stop: async () => {
        await server.stop()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Ends a server whose starter was killed before it could stop it. */
async function stopOrphan(): Promise<void> {
  if (!existsSync(pidFile)) return
  const [pid = '', startTime] = readFileSync(pidFile, 'utf8').split(' ')
  if (processStartTime(Number(pid)) === startTime) await stopProcess(Number(pid))
  rmSync(pidFile)
}

async function restoreDomain(ldif: string): Promise<void> {
  const schema = [...new Set(schemaFiles)].map((name) => readFileSync(schemaFile(name), 'utf8')).join('')
  const provisioned = archiveFile([schema, ...schemaFiles, ...provisionArguments])
  const loaded = archiveFile([provisioned, ldif])
  if (existsSync(loaded)) {
    await unpack(loaded)
    return
  }
  if (existsSync(provisioned)) await unpack(provisioned)
  else {
    await provision()
    await pack(provisioned)
  }
  if (ldif !== '') {
    await load(ldif)
    await pack(loaded)
  }
}

async function provision(): Promise<void> {
  rmSync(domainFolder, { recursive: true, force: true })
  await run(requireProgram('samba-tool'), provisionArguments)
  for (const name of schemaFiles) {
    await run(requireProgram('ldbmodify'), [
      ...database(),
      '--option=dsdb:schema update allowed=true',
      schemaFile(name),
    ])
  }
  // The first start makes the certificate, which takes longer than everything else.
  const server = await startServer('no')
  await server.stop()
}

async function load(ldif: string): Promise<void> {
  const file = join(workFolder, 'load.ldif')
  writeFileSync(file, ldif)
  const speed = ['--nosync', '-o', 'batch_mode:1', '-o', 'transaction_index_cache_size:400000']
  await run(requireProgram('ldbadd'), [...database(), ...speed, file])
  rmSync(file)
}

async function startServer(requireStrongAuth: 'yes' | 'no'): Promise<ServerProcess> {
  const options = [
    'server services=ldap,cldap,kdc,winbindd',
    'interfaces=127.0.0.1',
    'bind interfaces only=yes',
    `ldap server require strong auth=${requireStrongAuth}`,
  ]
  const configuration = ['-i', '-s', join(domainFolder, 'etc/smb.conf')]
  if (await isListening('127.0.0.1', 389)) throw new Error('Port 389 is taken by another server.')
  const server = startServerProcess(requireProgram('samba'), [
    ...configuration,
    ...options.map((each) => `--option=${each}`),
  ])
  writeFileSync(pidFile, `${server.pid} ${processStartTime(server.pid)}`)
  await waitForServer(server, answersBothWays, 120)
  return server
}

async function answersBothWays(): Promise<boolean> {
  if (!(await isListening('127.0.0.1', 389)) || !(await isListening('127.0.0.1', 636))) return false
  const question = ['-x', '-LLL', '-o', 'nettimeout=5', '-s', 'base', '-b', '', '-H', 'ldaps://127.0.0.1']
  const answer = await run(requireProgram('ldapsearch'), [...question, 'defaultNamingContext'], {
    env: { LDAPTLS_REQCERT: 'never' },
    allowedCodes: [-1, 1, 255],
  })
  return answer.includes(baseDn)
}

function archiveFile(contents: readonly string[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content).update('\0')
  return join(workFolder, `${hash.digest('hex').slice(0, 32)}.tar`)
}

async function pack(archive: string): Promise<void> {
  const unfinished = `${archive}.unfinished`
  // ldb files are sparse, and their access rights and extended attributes matter.
  await run(requireProgram('tar'), [
    '--sparse',
    '--xattrs',
    '--xattrs-include=*',
    '-C',
    workFolder,
    '-cf',
    unfinished,
    'dc',
  ])
  renameSync(unfinished, archive)
}

async function unpack(archive: string): Promise<void> {
  rmSync(domainFolder, { recursive: true, force: true })
  await run(requireProgram('tar'), ['--xattrs', '--xattrs-include=*', '-C', workFolder, '-xpf', archive])
}

function database(): readonly string[] {
  return ['-H', databaseFile, `--configfile=${join(domainFolder, 'etc/smb.conf')}`]
}

function schemaFile(name: string): string {
  return join(schemaFolder, `schema-${name}.ldif`)
}
