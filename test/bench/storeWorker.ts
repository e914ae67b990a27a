import { parentPort, workerData } from 'node:worker_threads'
import { startIdentityStore } from '../../app/demo/store/identityStore.ts'

/** Posts its address when it is ready, and the number of requests so far whenever it is sent a message. */
const store = await startIdentityStore({
  file: workerData.file,
  profile: workerData.profile ?? 'generic',
  token: workerData.token,
})
parentPort?.on('message', () => parentPort?.postMessage(store.requests.total()))
parentPort?.postMessage(store.url)
