import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import autocannon from 'autocannon'
import type { UserValues } from '../../app/model/resource.ts'
import { generic } from '../../app/target/scim/profile/generic.ts'
import { toScimUser } from '../../app/target/scim/profile/toScimUser.ts'
import { scimTarget } from '../../app/target/scim/scimTarget.ts'
import type { Write } from '../../app/target/target.ts'

/**
 * Creates users in the embedded store, through the target and with a plain load generator, side by side: the same
 * bodies, the same number of connections, each on a store of its own. Prints users per second and their ratio.
 *
 * node test/bench/createUsers.ts [users, 5000] [connections, 8] [rounds, 3]
 */
const users = Number(process.argv[2] ?? 5000)
const connections = Number(process.argv[3] ?? 8)
const rounds = Number(process.argv[4] ?? 3)
const token = 'bench'

function valuesOf(prefix: string, index: number): UserValues {
  return {
    uid: `${prefix}${index}@example.com`,
    displayName: `Person Number ${index}`,
    givenName: 'Person',
    sn: `Number ${index}`,
    title: 'Engineer',
    telephoneNumber: `+41 31 ${index}`,
    mobile: `+41 79 ${index}`,
    departmentNumber: `${index % 40}`,
    employeeNumber: `${index}`,
    street: `Main Street ${index}`,
    l: 'Bern',
    postalCode: '3000',
    c: 'CH',
    preferredLanguage: 'de-CH',
  }
}

/** The store runs in a thread of its own, as it would in a process of its own. */
async function withStore<T>(action: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'create-users-'))
  const worker = new Worker(new URL('./storeWorker.ts', import.meta.url), {
    workerData: { file: join(folder, 'store.db'), token },
  })
  try {
    const url = await new Promise<string>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    return await action(url)
  } finally {
    await worker.terminate()
    rmSync(folder, { recursive: true })
  }
}

async function throughTarget(url: string, batch: 'single' | 'bulk'): Promise<number> {
  const clock = { now: () => new Date(), sleep: (time: number) => new Promise<void>((end) => setTimeout(end, time)) }
  const target = scimTarget(
    {
      profile: 'generic',
      url,
      auth: { method: 'bearer', token },
      concurrency: connections,
      pageSize: 500,
      timeoutSeconds: 60,
    },
    { clock },
  )
  const capabilities = await target.discover()
  const size = batch === 'single' ? 1 : capabilities.batchSize
  let next = 0
  const started = performance.now()
  const lane = async () => {
    while (next < users) {
      const start = next
      next = Math.min(users, next + size)
      const writes: Write[] = []
      for (let index = start; index < next; index++) {
        writes.push({ kind: 'create-user', active: true, values: valuesOf('user', index) })
      }
      for (const result of await target.write(writes)) {
        if (result.kind === 'failed' || result.ignored.length > 0) throw new Error(JSON.stringify(result))
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
  const seconds = (performance.now() - started) / 1000
  await target.close()
  return users / seconds
}

async function throughAutocannon(url: string): Promise<number> {
  let next = 0
  const started = performance.now()
  let finished = started
  const result = await autocannon({
    url: `${url}/Users`,
    method: 'POST',
    connections,
    amount: users,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          body: JSON.stringify(toScimUser(generic, { active: true, values: valuesOf('user', next++) })),
        }),
        onResponse: () => {
          finished = performance.now()
        },
      },
    ],
  })
  if (result['2xx'] !== users) throw new Error(`${result['2xx']} of ${users} users were created`)
  return (users / (finished - started)) * 1000
}

/** The best of the rounds: other work on the machine only ever slows a round down. */
async function main(): Promise<void> {
  const best = { autocannon: 0, single: 0, bulk: 0 }
  for (let round = 0; round < rounds; round++) {
    best.autocannon = Math.max(best.autocannon, await withStore(throughAutocannon))
    best.single = Math.max(best.single, await withStore((url) => throughTarget(url, 'single')))
    best.bulk = Math.max(best.bulk, await withStore((url) => throughTarget(url, 'bulk')))
  }
  const line = (name: string, rate: number) =>
    console.log(
      `${name.padEnd(22)} ${Math.round(rate).toString().padStart(6)} users/s  ratio ${(rate / best.autocannon).toFixed(2)}`,
    )
  line('autocannon', best.autocannon)
  line('target, single writes', best.single)
  line('target, bulk batches', best.bulk)
}

await main()
