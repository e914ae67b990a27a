import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createSecureContext, createServer as createTlsServer } from 'node:tls'
import { dnKey } from '../../model/dn.ts'
import type { BindAccount } from './bindAccount.ts'
import type { DirectoryEntries, DirectoryEntry, DirectoryValue } from './directoryEntry.ts'
import type { DirectoryLimits } from './directoryLimits.ts'
import type { DirectoryService } from './directoryService.ts'
import { type DirectoryKind, DirectoryTree } from './directoryTree.ts'
import { LdapConnection } from './ldapConnection.ts'

/** New values by attribute name; an empty list removes the attribute. */
export type AttributeChanges = Readonly<Record<string, readonly DirectoryValue[]>>

export interface EmbeddedDirectoryOptions {
  readonly entries: DirectoryEntries
  readonly kind: DirectoryKind
  /** Of the plain listener; 0, the default, takes a free one. */
  readonly port?: number
  /** Default 127.0.0.1. */
  readonly host?: string
  /** PEM. With it StartTLS is offered, and LDAPS on a port of its own; SASL EXTERNAL believes any client certificate. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Who may bind. Without accounts everybody may read and write anonymously, and nobody can bind by name. */
  readonly users?: readonly BindAccount[]
  readonly limits?: DirectoryLimits
  /** Time of changes; the system's clock by default. */
  readonly now?: () => Date
}

export interface EmbeddedDirectory {
  /** `ldap://127.0.0.1:12345` */
  readonly url: string
  /** Only with `tls`. */
  readonly ldapsUrl?: string
  /** In force from the next request (some from the next entry) on. */
  readonly limits: DirectoryLimits
  /** Search requests so far; each page is one. */
  readonly searches: number
  /** Connections that are open now. */
  readonly connections: number
  readonly add: (entry: DirectoryEntry) => void
  /** Sets all values of the named attributes; an empty list removes one. */
  readonly replace: (dn: string, changes: AttributeChanges) => void
  readonly addMembers: (groupDn: string, memberDns: readonly string[]) => void
  readonly removeMembers: (groupDn: string, memberDns: readonly string[]) => void
  /** On AD DS a tombstone is left, for requests with the control that shows deleted entries. */
  readonly delete: (dn: string) => void
  /**
   * Only on AD DS: makes an entry again of the newest tombstone of what was deleted at `lastDn`. The anchor is the old
   * one; links, mail and whatever else a tombstone does not keep are lost.
   */
  readonly restore: (lastDn: string, newDn: string) => void
  /** Renames or moves an entry with everything below it. */
  readonly move: (dn: string, newDn: string) => void
  /** The entry as it stands, with everything that the directory keeps by itself. */
  readonly find: (dn: string) => DirectoryEntry | undefined
  /** Cuts every open connection; new ones are taken. */
  readonly cutConnections: () => void
  /** Ends all connections and listeners. */
  readonly close: () => Promise<void>
}

/**
 * Starts an LDAP version 3 server in this process that behaves like Active Directory or like OpenLDAP, for demos and
 * tests. Its entries live in memory. Changes through the returned functions and over LDAP are the same; a change that
 * cannot be made throws LdapFailure.
 */
export async function startEmbeddedDirectory(options: EmbeddedDirectoryOptions): Promise<EmbeddedDirectory> {
  const now = options.now ?? (() => new Date())
  const tree = new DirectoryTree(options.kind, now)
  for (const entry of containersFirst(options.entries)) tree.add(entry)
  const service: DirectoryService = {
    tree,
    accounts: options.users ?? [],
    limits: { ...options.limits },
    tls: options.tls === undefined ? 'none' : 'offered',
    now,
    searches: 0,
  }
  const sockets = new Set<Socket>()
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  }
  const host = options.host ?? '127.0.0.1'
  const secureContext = options.tls === undefined ? undefined : createSecureContext(options.tls)
  const plainServer = createServer({ noDelay: true }, (socket) => new LdapConnection(service, socket, secureContext))
  const port = await listen(plainServer, options.port ?? 0, host)
  const tlsServer =
    options.tls === undefined
      ? undefined
      : createTlsServer(
          { ...options.tls, noDelay: true, requestCert: true, rejectUnauthorized: false },
          (socket) => new LdapConnection(service, socket),
        )
  const tlsPort = tlsServer === undefined ? undefined : await listen(tlsServer, 0, host)
  for (const server of [plainServer, tlsServer]) server?.on('connection', track)
  const cutConnections = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `ldap://${host}:${port}`,
    ...(tlsPort === undefined ? {} : { ldapsUrl: `ldaps://${host}:${tlsPort}` }),
    limits: service.limits,
    get searches() {
      return service.searches
    },
    get connections() {
      return sockets.size
    },
    add: (entry) => void tree.add(entry),
    replace: (dn, changes) =>
      tree.modify(
        dn,
        Object.entries(changes).map(([name, values]) => ({ operation: 'replace', name, values })),
      ),
    addMembers: (dn, values) => tree.modify(dn, [{ operation: 'add', name: 'member', values }]),
    removeMembers: (dn, values) => tree.modify(dn, [{ operation: 'delete', name: 'member', values }]),
    delete: (dn) => tree.delete(dn),
    restore: (lastDn, newDn) => tree.restore(lastDn, newDn),
    move: (dn, newDn) => tree.move(dn, newDn),
    find: (dn) => tree.find(dnKey(dn))?.toDirectoryEntry(),
    cutConnections,
    close: async () => {
      cutConnections()
      await Promise.all([plainServer, tlsServer].map((server) => server && closed(server)))
    },
  }
}

function containersFirst(entries: DirectoryEntries): readonly DirectoryEntry[] {
  const withDepth = Array.from(entries, (entry) => ({ entry, depth: dnKey(entry.dn).split(',').length }))
  return withDepth.sort((one, other) => one.depth - other.depth).map(({ entry }) => entry)
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.')
  return address.port
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
