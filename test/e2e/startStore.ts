import { join } from 'node:path'
import { type Faults, startIdentityStore } from '../../app/demo/store/identityStore.ts'
import { type PlainContent, plainContent } from './plainContent.ts'
import { type Resource, readStore, type StoreContent } from './readStore.ts'

/** An identity store for one test, read from outside by plain requests. */
export interface TestStore {
  readonly url: string
  readonly tokenUrl: string
  readonly token: string
  readonly faults: Faults
  /** Everything as the store sends it. */
  read(): Promise<StoreContent>
  /** Everything with references as names and without what the store itself makes. */
  content(): Promise<PlainContent>
  /** The user of that name. */
  user(userName: string): Promise<Resource>
  close(): Promise<void>
}

/** The client that every test store lets fetch tokens. */
export const storeClient = { clientId: 'connector', clientSecret: 'client secret: +&%' } as const

/** Starts an empty store that keeps its data in `folder`. */
export async function startStore(folder: string, profile: 'generic' | 'webex' = 'generic'): Promise<TestStore> {
  const token = 'store-secret'
  const faults: Faults = {}
  const file = join(folder, 'store.db')
  const store = await startIdentityStore({ file, profile, token, clients: [storeClient], faults })
  const read = () => readStore(store.url, token)
  return {
    url: store.url,
    tokenUrl: store.tokenUrl,
    token,
    faults,
    read,
    content: async () => plainContent(await read()),
    user: async (userName) => {
      const user = (await read()).users.find((each) => each.userName === userName)
      if (user === undefined) throw new Error(`The store has no user ${userName}.`)
      return user
    },
    close: () => store.close(),
  }
}
