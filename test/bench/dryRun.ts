import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { ldapsearchArguments } from '../services/ldapsearch.ts'
import { peopleLdif } from '../services/peopleLdif.ts'
import { startSlapd } from '../services/slapd.ts'
import type { RunMeasurement, RunOptions } from './dryRunOnce.ts'

/**
 * A dry run of many OpenLDAP users against a store that holds them all: the read of the directory into the workspace
 * against `ldapsearch` of the same attributes, planning against the two reads, and the peak of memory.
 *
 * node test/bench/dryRun.ts [users, 100000] [rounds, 3]
 */
const users = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 3)
const attributes = [
  ...['mail', 'displayName', 'givenName', 'sn', 'title', 'telephoneNumber', 'mobile', 'facsimileTelephoneNumber'],
  ...['departmentNumber', 'employeeNumber', 'employeeType', 'manager', 'o', 'ou', 'physicalDeliveryOfficeName'],
  ...['street', 'l', 'st', 'postalCode', 'preferredLanguage', 'objectClass', 'entryUUID'],
]
const run = promisify(execFile)
const token = 'bench'
const folder = mkdtempSync(join(tmpdir(), 'connector-bench-'))
const baseDn = 'dc=example,dc=com'
const slapd = await startSlapd({ baseDn, ldif: peopleLdif({ flavour: 'inetOrgPerson', baseDn, users, groups: 0 }) })
const worker = new Worker(new URL('./storeWorker.ts', import.meta.url), {
  workerData: { file: join(folder, 'store.db'), token },
})

async function once(kind: RunOptions['kind'], storeUrl: string): Promise<RunMeasurement> {
  const { url, admin } = slapd
  const options: RunOptions = {
    kind,
    folder,
    directory: { url, dn: admin.dn, password: admin.password, baseDn },
    store: { url: storeUrl, token },
  }
  const file = join(import.meta.dirname, 'dryRunOnce.ts')
  const { stdout } = await run(process.execPath, [...process.execArgv, file, JSON.stringify(options)])
  return JSON.parse(stdout)
}

async function ldapsearch(): Promise<number> {
  const { url, admin } = slapd
  const filter = '(objectClass=inetOrgPerson)'
  const options = { url, bindDn: admin.dn, password: admin.password, baseDn, filter, attributes, pageSize: 1000 }
  const started = performance.now()
  await run('sh', ['-c', 'exec ldapsearch "$@" >/dev/null', 'sh', ...ldapsearchArguments(options)])
  return performance.now() - started
}

try {
  const storeUrl = await new Promise<string>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  const filled = await once('full', storeUrl)
  const searches: number[] = []
  const runs: RunMeasurement[] = []
  for (let round = 0; round < rounds; round += 1) {
    searches.push(await ldapsearch())
    runs.push(await once('dry-run', storeUrl))
  }
  const pending = runs.reduce((sum, each) => sum + each.changes, 0)
  if (pending > 0) throw new Error(`${pending} changes were planned though nothing had changed`)
  const least = (value: (each: RunMeasurement) => number) => Math.min(...runs.map(value))
  const reads = least((each) => each.directoryMilliseconds + each.storeMilliseconds)
  const planning = least((each) => each.planningMilliseconds)
  const directory = least((each) => each.directoryMilliseconds)
  console.log(
    JSON.stringify({
      users: runs[0]?.read,
      matched: runs[0]?.matched,
      createdPerSecond: Math.round(filled.changes / (filled.totalMilliseconds / 1000)),
      ldapsearchMilliseconds: Math.round(Math.min(...searches)),
      directoryMilliseconds: Math.round(directory),
      storeMilliseconds: Math.round(least((each) => each.storeMilliseconds)),
      planningMilliseconds: Math.round(planning),
      readRatio: Number((directory / Math.min(...searches)).toFixed(2)),
      planningRatio: Number((planning / reads).toFixed(2)),
      peakMegabytes: Math.round(Math.max(...runs.map((each) => each.peakMegabytes))),
    }),
  )
} finally {
  await worker.terminate()
  await slapd.stop()
  rmSync(folder, { recursive: true, force: true })
}
