import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ldapsearchArguments } from '../services/ldapsearch.ts'
import { peopleLdif } from '../services/peopleLdif.ts'
import { startSlapd } from '../services/slapd.ts'
import type { ReadMeasurement } from './readDirectoryOnce.ts'

/**
 * Measures reading 100,000 OpenLDAP users of 20 attributes (1 KB) against `ldapsearch -E pr=1000/noprompt` of the same
 * attributes in the same run. Usage: `node test/bench/readDirectory.ts [users] [rounds]`. Prints one JSON object.
 */
const users = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 3)
/** Of ldapsearch; the source reads with the default of the settings. */
const pageSize = 1000
const attributes = [
  ...['cn', 'givenName', 'sn', 'displayName', 'mail', 'telephoneNumber', 'mobile', 'facsimileTelephoneNumber', 'title'],
  ...['departmentNumber', 'employeeNumber', 'employeeType', 'o', 'ou', 'physicalDeliveryOfficeName', 'l', 'st'],
  ...['postalCode', 'description', 'manager', 'entryUUID'],
]
const filter = '(objectClass=inetOrgPerson)'
const run = promisify(execFile)

const baseDn = 'dc=example,dc=com'
const slapd = await startSlapd({ baseDn, ldif: peopleLdif({ flavour: 'inetOrgPerson', baseDn, users, groups: 0 }) })
try {
  const { url, admin } = slapd
  const shared = { url, bindDn: admin.dn, password: admin.password, baseDn, filter, attributes, pageSize }
  const ldapsearch: number[] = []
  const source: ReadMeasurement[] = []
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    await run('sh', ['-c', 'exec ldapsearch "$@" >/dev/null', 'sh', ...ldapsearchArguments(shared)])
    ldapsearch.push(performance.now() - started)
    const once = join(import.meta.dirname, 'readDirectoryOnce.ts')
    const { stdout } = await run(process.execPath, [...process.execArgv, once, JSON.stringify(shared)])
    source.push(JSON.parse(stdout))
  }
  const ldapsearchMilliseconds = Math.min(...ldapsearch)
  const sourceMilliseconds = Math.min(...source.map((each) => each.milliseconds))
  console.log(
    JSON.stringify({
      users: source[0]?.entries,
      ldapsearchMilliseconds: Math.round(ldapsearchMilliseconds),
      sourceMilliseconds: Math.round(sourceMilliseconds),
      ratio: Number((sourceMilliseconds / ldapsearchMilliseconds).toFixed(2)),
      sourceCpuMilliseconds: Math.round(Math.min(...source.map((each) => each.cpuMilliseconds))),
      peakMegabytes: Math.round(Math.max(...source.map((each) => each.peakMegabytes))),
    }),
  )
} finally {
  await slapd.stop()
}
