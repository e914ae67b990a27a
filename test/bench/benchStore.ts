import { Worker } from 'node:worker_threads'

/** The embedded store in a thread of its own, as it would be in a process of its own. */
export interface BenchStore {
  readonly url: string
  readonly token: string
  /** How many requests it has got until now. */
  requests(): Promise<number>
  stop(): Promise<void>
}

export async function startBenchStore(file: string, profile: 'generic' | 'webex' = 'generic'): Promise<BenchStore> {
  const token = 'bench'
  const worker = new Worker(new URL('./storeWorker.ts', import.meta.url), { workerData: { file, token, profile } })
  const answer = <Value>() =>
    new Promise<Value>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  return {
    url: await answer<string>(),
    token,
    requests() {
      worker.postMessage('requests')
      return answer<number>()
    },
    stop: async () => void (await worker.terminate()),
  }
}
