import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'vite'
import { settingsSchema } from '../../app/settings/schema.ts'
import { saveSettings } from '../../app/settings/settingsFile.ts'
import { prepareDataFolder } from '../../main/compose.ts'
import { peopleLdif } from '../services/peopleLdif.ts'
import { startSlapd } from '../services/slapd.ts'
import { startBenchStore } from './benchStore.ts'
import { runConnector } from './runConnector.ts'

/**
 * What the service costs while it has nothing to do: memory and processor time, after an incremental sync of a linked
 * company; and its memory after a full sync. It runs as it is shipped: built, since turning sources into programs takes
 * memory of its own, and in the environment of its unit. The seconds can also be given in the environment variable `REST_SECONDS`.
 *
 * node test/bench/serviceAtRest.ts [users, 3000] [seconds, 60]
 */
const users = Number(process.argv[2] ?? 3000)
const seconds = Number(process.env.REST_SECONDS ?? process.argv[3] ?? 60)
const root = resolve(import.meta.dirname, '../..')
const outDir = join(root, 'out/bench')
const baseDn = 'dc=example,dc=com'
const folder = mkdtempSync(join(tmpdir(), 'connector-bench-'))
const slapd = await startSlapd({
  baseDn,
  ldif: peopleLdif({ flavour: 'inetOrgPerson', baseDn, users, groups: 20 }),
  sessionLog: 10_000,
})
const store = await startBenchStore(join(folder, 'store.db'))
const data = join(folder, 'data')
const environment = { DIRECTORY_PASSWORD: slapd.admin.password, STORE_TOKEN: store.token }

interface Rest {
  readonly residentMegabytes: number
  /** Since its start. */
  readonly cpuMilliseconds: number
}

/** Of a running process, as Linux tells it. */
function restOf(pid: number): Rest {
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const ticks = Number(afterName[11]) + Number(afterName[12])
  return { residentMegabytes: Number(resident) / 1024, cpuMilliseconds: ticks * 10 }
}

await build({
  configFile: join(root, 'build/vite.processes.ts'),
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true },
})
prepareDataFolder(data, new Date())
await saveSettings(
  data,
  settingsSchema.parse({
    version: 1,
    name: 'bench',
    directory: {
      type: 'ldap',
      servers: [slapd.url],
      bind: { method: 'simple', user: slapd.admin.dn, password: { env: 'DIRECTORY_PASSWORD' } },
    },
    store: { url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
    selection: { baseDns: [baseDn], groups: { enabled: true } },
  }),
)
await runConnector(data, ['sync', '--full'], environment)
const unit = readFileSync(join(root, 'build/service/directory-connector.service'), 'utf8')
const ofUnit = (/^Environment=(.*)$/m.exec(unit)?.[1] ?? '').split(' ').map((pair) => pair.split('='))
const service = spawn(process.execPath, [...process.execArgv, join(outDir, 'main/service.js'), '--data-dir', data], {
  env: { ...process.env, ...environment, ...Object.fromEntries(ofUnit) },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const settled = 5000
try {
  await once(service.stdout, 'data')
  service.stdout.resume()
  await runConnector(data, ['sync', '--incremental'], environment)
  // What the last run leaves to tidy up belongs to the run.
  await sleep(settled)
  const begun = restOf(service.pid ?? 0)
  let most = begun.residentMegabytes
  const end = performance.now() + seconds * 1000
  for (let left = seconds * 1000; left > 0; left = end - performance.now()) {
    await sleep(Math.min(left, 1000))
    most = Math.max(most, restOf(service.pid ?? 0).residentMegabytes)
  }
  const ended = restOf(service.pid ?? 0)
  await runConnector(data, ['sync', '--full'], environment)
  await sleep(settled)
  console.log(
    JSON.stringify({
      users,
      seconds,
      residentMegabytes: Math.round(ended.residentMegabytes),
      mostResidentMegabytes: Math.round(most),
      afterFullSyncMegabytes: Math.round(restOf(service.pid ?? 0).residentMegabytes),
      cpuMilliseconds: Math.round(ended.cpuMilliseconds - begun.cpuMilliseconds),
    }),
  )
} finally {
  const closed = once(service, 'close')
  if (service.kill()) await closed
  await store.stop()
  await slapd.stop()
  for (const each of [folder, outDir]) rmSync(each, { recursive: true, force: true })
}
