import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PeopleOptions } from '../services/peopleLdif.ts'
import { startSlapd } from '../services/slapd.ts'
import { startBenchStore } from './benchStore.ts'
import { median } from './median.ts'
import { nestedGroups } from './nestedGroups.ts'
import type { NestedMeasurement } from './nestedTable.ts'
import { runSync } from './runSync.ts'
import type { SyncMeasurement, SyncOptions } from './syncMeasurement.ts'

/**
 * Full syncs of groups in a chain of 10 and of 100 that ends in a cycle, with all users at its bottom, into a store that
 * keeps groups in groups and into one that does not: the cost of a membership must not grow with the depth.
 *
 * node test/bench/nestedMemberships.ts [users, 5000] [rounds, 3]
 */
const users = Number(process.argv[2] ?? 5000)
const rounds = Number(process.argv[3] ?? 3)
const baseDn = 'dc=example,dc=com'
const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn, users, groups: 0 }
const profiles = { nested: 'generic', flat: 'webex' } as const

interface Runs {
  readonly first: SyncMeasurement
  /** Dry runs when everything is equal. */
  readonly equal: readonly SyncMeasurement[]
}

async function runsOf(groups: 'nested' | 'flat', depth: number): Promise<Runs> {
  const folder = mkdtempSync(join(tmpdir(), 'connector-bench-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  const slapd = await startSlapd({ baseDn, ldif: nestedGroups(people, depth) })
  const store = await startBenchStore(join(folder, 'store.db'), profiles[groups])
  const { url, admin } = slapd
  const directory = {
    type: 'ldap',
    url,
    user: admin.dn,
    password: admin.password,
    baseDn,
    tracking: 'timestamps',
  } as const
  const to = { url: store.url, token: store.token, profile: profiles[groups] }
  const sync = (kind: SyncOptions['kind']) => runSync({ kind, folder: data, directory, store: to })
  try {
    const first = await sync('full')
    const equal: SyncMeasurement[] = []
    for (let round = 0; round < rounds; round += 1) {
      const run = await sync('dry-run')
      if (run.changes > 0) throw new Error(`${run.changes} changes were planned though nothing had changed`)
      equal.push(run)
    }
    return { first, equal }
  } finally {
    await store.stop()
    await slapd.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everything but the two sides. */
const own = (run: SyncMeasurement) => run.ownMilliseconds - run.storeMilliseconds

async function measure(groups: 'nested' | 'flat', depth: number, without: Runs): Promise<NestedMeasurement> {
  const { first, equal } = await runsOf(groups, depth)
  const memberships = groups === 'flat' ? users * depth : users + depth
  const more = (value: (run: SyncMeasurement) => number, runs: readonly SyncMeasurement[], before = without.equal) =>
    Math.round(median(runs.map(value)) - median(before.map(value)))
  return {
    groups,
    depth,
    memberships,
    planningMilliseconds: more(own, equal),
    planningProcessorMilliseconds: more((run) => run.cpuMilliseconds, equal),
    syncMilliseconds: more((run) => run.ownMilliseconds, [first], [without.first]),
    syncOwnMilliseconds: more(own, [first], [without.first]),
    syncProcessorMilliseconds: more((run) => run.cpuMilliseconds, [first], [without.first]),
    peakMegabytes: Math.round(Math.max(...[first, ...equal].map((run) => run.peakMegabytes))),
  }
}

const results: NestedMeasurement[] = []
for (const groups of ['nested', 'flat'] as const) {
  const without = await runsOf(groups, 0)
  for (const depth of [10, 100]) {
    const result = await measure(groups, depth, without)
    console.error(JSON.stringify(result))
    results.push(result)
  }
}
console.log(JSON.stringify(results))
