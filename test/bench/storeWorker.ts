import { parentPort, workerData } from 'node:worker_threads'
import { startIdentityStore } from '../../app/demo/store/identityStore.ts'

const store = await startIdentityStore({ file: workerData.file, profile: 'generic', token: workerData.token })
parentPort?.postMessage(store.url)
