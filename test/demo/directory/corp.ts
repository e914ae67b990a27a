import { readFileSync } from 'node:fs'
import { Client } from 'ldapts'
import type { DirectoryEntry } from '../../../app/demo/directory/directoryEntry.ts'
import {
  type EmbeddedDirectory,
  type EmbeddedDirectoryOptions,
  startEmbeddedDirectory,
} from '../../../app/demo/directory/startEmbeddedDirectory.ts'

export const baseDn = 'DC=corp,DC=example'
export const account = { dn: 'CN=Ann Reed,OU=Sales,DC=corp,DC=example', password: 'secret' }
export const tls = { key: readTls('server.key'), cert: readTls('server.crt') }
export const clientCertificate = { key: readTls('client.key'), cert: readTls('client.crt') }

export const ann: DirectoryEntry = {
  dn: account.dn,
  attributes: {
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    sAMAccountName: ['ann'],
    userPrincipalName: ['ann@corp.example'],
    mail: ['ann.reed@corp.example'],
    objectGUID: ['04030201-0605-0807-090a-0b0c0d0e0f10'],
    objectSid: ['S-1-5-21-1-2-3-1001'],
    userAccountControl: ['512'],
  },
}

/** Ann, and `count` more people below OU=Plant. */
export function people(count: number): readonly DirectoryEntry[] {
  const others = Array.from({ length: count }, (_, index) => ({
    dn: `CN=Worker ${index},OU=Plant,${baseDn}`,
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      mail: [`worker${index}@corp.example`],
      employeeNumber: [String(index)],
    },
  }))
  return [ann, ...others]
}

/** A group below OU=Groups with these members. */
export function group(name: string, members: readonly DirectoryEntry[]): DirectoryEntry {
  return {
    dn: `CN=${name},OU=Groups,${baseDn}`,
    attributes: { objectClass: ['top', 'group'], member: members.map((entry) => entry.dn) },
  }
}

const started: EmbeddedDirectory[] = []
const clients: Client[] = []

/** Starts a directory that `closeAll` ends. */
export async function start(options: Partial<EmbeddedDirectoryOptions> = {}): Promise<EmbeddedDirectory> {
  const directory = await startEmbeddedDirectory({ kind: 'ad-ds', entries: [ann], ...options })
  started.push(directory)
  return directory
}

/** An LDAP client that `closeAll` unbinds. */
export function connect(url: string | undefined, tlsOptions = {}): Client {
  const client = new Client({ url: url ?? '', tlsOptions })
  clients.push(client)
  return client
}

export async function closeAll(): Promise<void> {
  await Promise.all(clients.splice(0).map((client) => client.unbind().catch(() => undefined)))
  await Promise.all(started.splice(0).map((directory) => directory.close()))
}

function readTls(name: string): string {
  return readFileSync(new URL(`../../fixtures/directoryTls/${name}`, import.meta.url), 'utf8')
}
