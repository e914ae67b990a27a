import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ldapmodify } from '../services/ldapmodify.ts'
import { type PeopleOptions, peopleLdif } from '../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { type Company, compareSizes } from './compareSizes.ts'
import { titleChanges } from './titleChanges.ts'

/**
 * Incremental syncs of two OpenLDAP directories of different size, by content synchronization and by timestamps.
 *
 * node test/bench/incrementalOpenLdap.ts [users, 10000] [users, 100000] [changed, 100] [rounds, 5]
 */
const small = Number(process.argv[2] ?? 10_000)
const large = Number(process.argv[3] ?? 100_000)
const changed = Number(process.argv[4] ?? 100)
const rounds = Number(process.argv[5] ?? 5)
const baseDn = 'dc=example,dc=com'
const folder = mkdtempSync(join(tmpdir(), 'connector-bench-'))

function companyOn({ url, admin }: Slapd, people: PeopleOptions): Company {
  return {
    users: people.users,
    directory: { type: 'ldap', url, user: admin.dn, password: admin.password, baseDn },
    change: (count, round) =>
      ldapmodify({ url, bindDn: admin.dn, password: admin.password }, titleChanges(people, count, round)),
  }
}

const servers: Slapd[] = []
async function start(users: number): Promise<Company> {
  const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn, users, groups: 20 }
  const slapd = await startSlapd({ baseDn, ldif: peopleLdif(people), sessionLog: 10_000 })
  servers.push(slapd)
  return companyOn(slapd, people)
}

try {
  const companies = { small: await start(small), large: await start(large) }
  const methods = ['syncrepl', 'timestamps'] as const
  console.log(JSON.stringify(await compareSizes(companies, methods, { folder, changed, rounds })))
} finally {
  for (const slapd of servers) await slapd.stop()
  rmSync(folder, { recursive: true, force: true })
}
