import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ldapmodify } from '../services/ldapmodify.ts'
import type { PeopleOptions } from '../services/peopleLdif.ts'
import { startSambaAd } from '../services/sambaAd.ts'
import { type Company, compareSizes } from './compareSizes.ts'
import { titleChanges } from './titleChanges.ts'
import { twoCompanies, twoCompaniesLdif } from './twoCompanies.ts'

/**
 * Incremental syncs of two companies of different size in one domain of Samba, by DirSync and by USN. Both meet the same
 * answers, so that what differs is the connector alone. Loading the domain takes minutes, the first time.
 *
 * node test/bench/incrementalSamba.ts [users, 10000] [users, 100000] [changed, 100] [rounds, 5]
 */
const small = Number(process.argv[2] ?? 10_000)
const large = Number(process.argv[3] ?? 100_000)
const changed = Number(process.argv[4] ?? 100)
const rounds = Number(process.argv[5] ?? 5)
const companies = twoCompanies('DC=corp,DC=example,DC=com', small, large)
const folder = mkdtempSync(join(tmpdir(), 'connector-bench-'))
const samba = await startSambaAd({ ldif: twoCompaniesLdif(companies) })

function companyOf(people: PeopleOptions): Company {
  const { url, admin } = samba
  return {
    users: people.users,
    directory: { type: 'ad-ds', url, user: admin.dn, password: admin.password, baseDn: people.baseDn },
    change: (count, round) =>
      ldapmodify({ url, bindDn: admin.dn, password: admin.password }, titleChanges(people, count, round)),
  }
}

/** Where nothing was ever deleted, it cannot be told whether the account sees what is, and anchors are compared. */
async function deleteSomebody(): Promise<void> {
  const { url, admin } = samba
  const dn = `CN=Somebody,${companies.small.baseDn}`
  const somebody = `dn: ${dn}\nchangetype: add\nobjectClass: user\nsAMAccountName: somebody\n\n`
  await ldapmodify({ url, bindDn: admin.dn, password: admin.password }, `${somebody}dn: ${dn}\nchangetype: delete\n`)
}

try {
  await deleteSomebody()
  const sides = { small: companyOf(companies.small), large: companyOf(companies.large) }
  console.log(JSON.stringify(await compareSizes(sides, ['dirsync', 'usn'], { folder, changed, rounds })))
} finally {
  await samba.stop()
  rmSync(folder, { recursive: true, force: true })
}
