import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ldapmodify } from '../services/ldapmodify.ts'
import { type PeopleOptions, peopleLdif, userDn } from '../services/peopleLdif.ts'
import { startSlapd } from '../services/slapd.ts'
import { startBenchStore } from './benchStore.ts'
import { median } from './median.ts'
import type { MembershipMeasurement } from './membershipTable.ts'
import { runSync } from './runSync.ts'
import type { SyncMeasurement, SyncOptions } from './syncMeasurement.ts'

/**
 * Incremental syncs of groups that get many members at once, and lose them again: the cost of one membership must not
 * grow with their number.
 *
 * node test/bench/memberships.ts [memberships, 50000] [rounds, 3]
 */
const most = Number(process.argv[2] ?? 50_000)
const rounds = Number(process.argv[3] ?? 3)
const sizes = [most / 100, most / 10, most]
const baseDn = 'dc=example,dc=com'
const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn, users: most + 1, groups: 0 }
const folder = mkdtempSync(join(tmpdir(), 'connector-bench-'))

/** One membership of the group stays for ever: a group of OpenLDAP cannot be empty. */
const lastMember = userDn(people, most)
const groupDn = (size: number) => `cn=Team of ${size},ou=Groups,${baseDn}`
const encoded = (name: string, dn: string) => `${name}:: ${Buffer.from(dn).toString('base64')}\n`

function* companyLdif(): Generator<string> {
  yield* peopleLdif(people)
  for (const size of sizes) {
    yield `dn: ${groupDn(size)}\nobjectClass: groupOfNames\ncn: Team of ${size}\n${encoded('member', lastMember)}\n`
  }
}

function changeLdif(size: number, kind: 'add' | 'delete'): string {
  const members = Array.from({ length: size }, (_, n) => encoded('member', userDn(people, n))).join('')
  return `dn: ${groupDn(size)}\nchangetype: modify\n${kind}: member\n${members}\n`
}

const slapd = await startSlapd({ baseDn, ldif: companyLdif(), sessionLog: 10_000 })
const store = await startBenchStore(join(folder, 'store.db'))
try {
  const { url, admin } = slapd
  const data = join(folder, 'data')
  mkdirSync(data)
  const directory = {
    type: 'ldap',
    url,
    user: admin.dn,
    password: admin.password,
    baseDn,
    tracking: 'syncrepl',
  } as const
  const sync = (kind: SyncOptions['kind']) => runSync({ kind, folder: data, directory, store })
  await sync('full')
  const runs = new Map<number, SyncMeasurement[]>(sizes.map((size) => [size, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [size, measured] of runs) {
      for (const kind of ['add', 'delete'] as const) {
        await ldapmodify({ url, bindDn: admin.dn, password: admin.password }, changeLdif(size, kind))
        const run = await sync('incremental')
        if (run.status !== 'done' || run.told !== 1)
          throw new Error(`${run.status} after ${run.told} changes were told`)
        measured.push(run)
      }
    }
  }
  const results = [...runs].map(([memberships, measured]): MembershipMeasurement => {
    const of = (value: (each: SyncMeasurement) => number) => Math.round(median(measured.map(value)))
    return {
      memberships,
      ownMilliseconds: of((each) => each.ownMilliseconds),
      storeMilliseconds: of((each) => each.storeMilliseconds),
      cpuMilliseconds: of((each) => each.cpuMilliseconds),
      directoryMilliseconds: of((each) => each.directoryMilliseconds),
      peakMegabytes: of((each) => each.peakMegabytes),
    }
  })
  console.log(JSON.stringify(results))
} finally {
  await store.stop()
  await slapd.stop()
  rmSync(folder, { recursive: true, force: true })
}
