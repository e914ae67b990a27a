import type { TrackingMethod } from '../../app/model/watermark.ts'
import { ldapSource } from '../../app/source/ldap/ldapSource.ts'
import type { BenchStore } from './benchStore.ts'
import { startCountingProxy, type Traffic } from './countingProxy.ts'
import { runSync } from './runSync.ts'
import type { SyncOptions } from './syncMeasurement.ts'

/** What an incremental sync costs when nothing has changed. */
export interface NoChangeMeasurement {
  readonly method: TrackingMethod
  readonly users: number
  /** What it takes to connect, to sign in, and to learn how this directory tells changes. */
  readonly connecting: Traffic
  /** What comes on top of that. */
  readonly asking: Traffic
  readonly storeRequests: number
  readonly totalMilliseconds: number
}

export async function measureNoChange({
  folder,
  directory,
  store,
  users,
}: Omit<SyncOptions, 'kind' | 'store'> & {
  readonly users: number
  readonly store: BenchStore
}): Promise<NoChangeMeasurement> {
  const proxy = await startCountingProxy(directory.url)
  try {
    const options = { kind: 'incremental', folder, directory: { ...directory, url: proxy.url }, store } as const
    // A watermark may be good for one address alone.
    await runSync(options)
    await runSync(options)
    proxy.take()
    await connectOnly(options.directory)
    const connecting = proxy.take()
    const before = await store.requests()
    const { status, totalMilliseconds } = await runSync(options)
    if (status !== 'equal') throw new Error(`The run ended ${status} though nothing had changed`)
    const whole = proxy.take()
    return {
      method: directory.tracking,
      users,
      connecting,
      asking: difference(whole, connecting),
      storeRequests: (await store.requests()) - before,
      totalMilliseconds: Math.round(totalMilliseconds),
    }
  } finally {
    await proxy.stop()
  }
}

async function connectOnly({ type, url, user, password, baseDn, tracking }: SyncOptions['directory']): Promise<void> {
  const source = ldapSource({
    type,
    servers: [url],
    startTls: false,
    tls: { verify: true },
    bind: { method: 'simple', user, password },
    changeTracking: tracking,
    pageSize: 1000,
    timeoutSeconds: 60,
  })
  const begun = await source.track({ baseDns: [baseDn], method: tracking })
  await begun?.close()
  await source.close()
}

function difference(whole: Traffic, part: Traffic): Traffic {
  return {
    searches: whole.searches - part.searches,
    otherRequests: whole.otherRequests - part.otherRequests,
    entries: whole.entries - part.entries,
    bytesSent: whole.bytesSent - part.bytesSent,
    bytesReceived: whole.bytesReceived - part.bytesReceived,
  }
}
