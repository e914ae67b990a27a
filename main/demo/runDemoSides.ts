import { companyAccount, companyEntries } from '../../app/demo/directory/companyEntries.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import { type IdentityStore, startIdentityStore } from '../../app/demo/store/identityStore.ts'

export interface DemoSides extends AsyncDisposable {
  readonly directory: EmbeddedDirectory
  readonly store: IdentityStore
  [Symbol.asyncDispose](): Promise<void>
}

export interface DemoSidesOptions {
  /** What the store holds; made when it is missing. */
  readonly storeFile: string
  /** The bearer token of the store. */
  readonly token: string
  /** 0 takes any free one. */
  readonly directoryPort?: number
  readonly storePort?: number
}

/** Starts directory and store of the made-up company in this process, on loopback. */
export async function runDemoSides(options: DemoSidesOptions): Promise<DemoSides> {
  const { storeFile, token, directoryPort = 0, storePort = 0 } = options
  await using cleanup = new AsyncDisposableStack()
  const entries = await companyEntries()
  const users = [companyAccount]
  const directory = await startEmbeddedDirectory({ entries, kind: 'ad-ds', users, port: directoryPort })
  cleanup.defer(() => directory.close())
  const store = await startIdentityStore({ file: storeFile, profile: 'generic', token, port: storePort })
  cleanup.defer(() => store.close())
  const running = cleanup.move()
  return { directory, store, [Symbol.asyncDispose]: () => running.disposeAsync() }
}
