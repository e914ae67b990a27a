import {
  type IdentityStore,
  type IdentityStoreOptions,
  startIdentityStore,
} from '../../../app/demo/store/identityStore.ts'
import { isJsonObject, type JsonObject } from '../../../app/demo/store/json.ts'

export const urns = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  connector: 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:User',
  contact: 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:Contact',
  connectorGroup: 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:Group',
  webex: 'urn:scim:schemas:extension:cisco:webexidentity:2.0:User',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  bulk: 'urn:ietf:params:scim:api:messages:2.0:BulkRequest',
  search: 'urn:ietf:params:scim:api:messages:2.0:SearchRequest',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Empty when there was no body, or none in JSON. */
  readonly body: JsonObject
  readonly text: string
}

export const token = 'test-token'

/** A client of one store, speaking plain HTTP as any other SCIM client would. */
export class StoreClient {
  readonly store: IdentityStore

  constructor(store: IdentityStore) {
    this.store = store
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(path.startsWith('http') ? path : `${this.store.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : {}
    return { status: response.status, headers: response.headers, body: isJsonObject(parsed) ? parsed : {}, text }
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers)
  }

  /** Creates a user and returns its id; `attributes` beyond userName. */
  async user(userName: string, attributes: object = {}): Promise<string> {
    const answer = await this.send('POST', '/Users', { schemas: [urns.user], userName, ...attributes })
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
    return String(answer.body.id)
  }

  async group(displayName: string, memberIds: readonly string[] = []): Promise<string> {
    const members = memberIds.map((value) => ({ value }))
    const answer = await this.send('POST', '/Groups', { schemas: [urns.group], displayName, members })
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
    return String(answer.body.id)
  }

  /** Creates a contact of the generic profile and returns its id. */
  async contact(displayName: string, attributes: object = {}): Promise<string> {
    const answer = await this.send('POST', '/Contacts', { schemas: [urns.contact], displayName, ...attributes })
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
    return String(answer.body.id)
  }

  patch(path: string, ...operations: readonly object[]): Promise<Answer> {
    return this.send('PATCH', path, { schemas: [urns.patch], Operations: operations })
  }

  bulk(operations: readonly object[], extra: object = {}): Promise<Answer> {
    return this.send('POST', '/Bulk', { schemas: [urns.bulk], Operations: operations, ...extra })
  }

  /** The userName or displayName of every hit, in the order of the answer. */
  async names(path: string): Promise<readonly string[]> {
    return namesIn(await this.get(path))
  }

  filter(endpoint: '/Users' | '/Groups' | '/Contacts', filter: string): Promise<readonly string[]> {
    return this.names(`${endpoint}?filter=${encodeURIComponent(filter)}`)
  }

  async members(groupId: string): Promise<readonly string[]> {
    const { body } = await this.get(`/Groups/${groupId}`)
    return objects(body.members).map(({ value }) => String(value))
  }
}

export function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

export function namesIn(answer: Answer): readonly string[] {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return objects(answer.body.Resources).map(({ userName, displayName }) => String(userName ?? displayName))
}

/** Starts a store in memory unless told otherwise; the caller closes it. */
export async function startClient(options: Partial<IdentityStoreOptions> = {}): Promise<StoreClient> {
  return new StoreClient(await startIdentityStore({ file: ':memory:', profile: 'generic', token, ...options }))
}
