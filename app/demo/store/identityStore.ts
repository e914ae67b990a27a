import { ConnectorError } from '../../model/error.ts'
import { BulkService } from './bulk/bulkService.ts'
import { ContactService } from './contacts/contactService.ts'
import { ContactStorage } from './contacts/contactStorage.ts'
import { contactsPath } from './contacts/contactsPath.ts'
import type { Faults } from './faults/faults.ts'
import { createServer } from './http/createServer.ts'
import { RequestCounter } from './http/requestCounter.ts'
import { tokenPath } from './http/tokenRoute.ts'
import { type StoreClient, Tokens } from './http/tokens.ts'
import { ListService } from './list/listService.ts'
import { MemberList } from './list/memberList.ts'
import { MemberWriter } from './memberWriter.ts'
import { adaptProfile, type ProfileChoices } from './profile/adaptProfile.ts'
import { generic } from './profile/generic.ts'
import { webex } from './profile/webex.ts'
import { Renderer } from './renderer.ts'
import { ResourceService } from './resourceService.ts'
import { ListStorage } from './storage/listStorage.ts'
import { MembershipStorage } from './storage/membershipStorage.ts'
import { openDatabase } from './storage/openDatabase.ts'
import { PictureStorage } from './storage/pictureStorage.ts'
import { ResourceStorage } from './storage/resourceStorage.ts'

export type { Faults } from './faults/faults.ts'
export type { RequestCounter } from './http/requestCounter.ts'

export interface IdentityStoreOptions extends ProfileChoices {
  /** SQLite file, made when it is missing; `:memory:` keeps nothing. */
  readonly file: string
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** `127.0.0.1` by default. */
  readonly host?: string
  readonly profile: 'generic' | 'webex'
  /** A bearer token that is accepted and never runs out. */
  readonly token?: string
  /** Who may fetch tokens at `tokenUrl` with OAuth 2.0 client credentials. */
  readonly clients?: readonly StoreClient[]
  /** How long a fetched token is valid; 3600 by default. */
  readonly tokenLifetimeSeconds?: number
  /** A UUID that is part of the address on the webex profile; a fixed one by default. */
  readonly orgId?: string
  /** What it does wrong on purpose; the same object can be changed while it runs. */
  readonly faults?: Faults
  /** How many contacts there may be; 30,000 by default. One more is refused. */
  readonly contactsAtMost?: number
}

export interface IdentityStore {
  /** The SCIM base: `http://127.0.0.1:8080/scim/v2`, or `…/identity/scim/{orgId}/v2` on the webex profile. */
  readonly url: string
  readonly tokenUrl: string
  /** `…/v1/contacts/organizations/{orgId}/contacts` on the webex profile; undefined where it is not served. */
  readonly contactsUrl: string | undefined
  readonly faults: Faults
  readonly requests: RequestCounter
  /** Ends all connections and closes the file. Safe to call twice. */
  close(): Promise<void>
}

const profiles = { generic, webex }
const defaultOrgId = '7a3f0c52-4d1e-4b7a-9c66-0f2d8e5b9a41'

function checkSignIn({ token, clients = [] }: IdentityStoreOptions): void {
  if (token !== undefined ? token !== '' : clients.length > 0) return
  throw new ConnectorError({
    side: 'settings',
    code: 'no-sign-in',
    message: 'The identity store has neither a token nor a client, so nobody could use it.',
    remedy: 'Give it a token, or at least one client id and secret.',
  })
}

function cannotListen(cause: unknown, host: string, port: number): ConnectorError {
  return new ConnectorError({
    side: 'store',
    code: 'cannot-listen',
    message: `The identity store cannot listen on ${host} port ${port}: ${(cause as Error).message}.`,
    remedy: 'Choose another port, or end the program that uses this one.',
    place: `${host}:${port}`,
    cause,
  })
}

/**
 * Starts a SCIM 2.0 server (RFC 7643, RFC 7644, RFC 9865) over HTTP, kept in SQLite. Throws ConnectorError: `no-sign-in`
 * of side settings; `unreadable-file`, `unknown-layout`, `other-profile`, `cannot-listen` of side store.
 */
export async function startIdentityStore(options: IdentityStoreOptions): Promise<IdentityStore> {
  const { host = '127.0.0.1', port = 0, faults = {}, orgId = defaultOrgId, contactsAtMost = 30_000 } = options
  checkSignIn(options)
  const profile = adaptProfile(profiles[options.profile], options)
  const database = openDatabase(options.file, profile.name)
  const basePath = profile.basePath(orgId)
  let origin = ''
  const baseUrl = () => `${origin}${basePath}`

  const resources = new ResourceStorage(database)
  const memberships = new MembershipStorage(database)
  const pictures = new PictureStorage(database)
  const renderer = new Renderer(profile, memberships, pictures, baseUrl)
  const memberWriter = new MemberWriter(profile, resources, memberships)
  const service = new ResourceService({
    profile,
    resources,
    memberships,
    pictures,
    memberWriter,
    faults,
    contactsAtMost,
  })
  const requests = new RequestCounter()
  const server = createServer({
    profile,
    basePath,
    baseUrl,
    renderer,
    service,
    lists: new ListService({ profile, resources, lists: new ListStorage(database), renderer, faults }),
    members: new MemberList(service, memberships, faults),
    contacts: new ContactService({ storage: new ContactStorage(database), faults, orgId, contactsAtMost }),
    orgId,
    bulk: new BulkService({ profile, service, renderer }),
    tokens: new Tokens(options.token, options.clients ?? [], options.tokenLifetimeSeconds ?? 3600),
    faults,
    requests,
  })
  try {
    origin = await server.listen({ host, port })
  } catch (cause) {
    await server.close()
    database.close()
    throw cannotListen(cause, host, port)
  }
  return {
    url: baseUrl(),
    tokenUrl: `${origin}${tokenPath}`,
    contactsUrl: profile.organizationContacts === 'served' ? `${origin}${contactsPath(orgId)}/contacts` : undefined,
    faults,
    requests,
    close: async () => {
      await server.close()
      database.close()
    },
  }
}
