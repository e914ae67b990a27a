import { ldapSource } from '../../app/source/ldap/ldapSource.ts'
import type { LdapsearchOptions } from '../services/ldapsearch.ts'
import { peakMegabytes } from './peakMegabytes.ts'

/** One reading in a process of its own, so that its memory is its own. */
export interface ReadMeasurement {
  readonly entries: number
  readonly milliseconds: number
  readonly cpuMilliseconds: number
  readonly peakMegabytes: number
}

const options: LdapsearchOptions = JSON.parse(process.argv[2] ?? '{}')
const source = ldapSource({
  type: 'ldap',
  servers: [options.url],
  startTls: false,
  tls: { verify: true },
  bind: { method: 'simple', user: options.bindDn ?? '', password: options.password ?? '' },
  changeTracking: 'automatic',
  pageSize: 500,
  timeoutSeconds: 60,
})
const started = performance.now()
let entries = 0
const request = {
  kind: 'user',
  baseDns: [options.baseDn],
  filter: options.filter ?? '(objectClass=*)',
  attributes: options.attributes ?? [],
} as const
for await (const event of source.read(request)) {
  if (event.kind === 'gap') throw new Error(event.gap.message)
  entries += event.entries.length
}
const { userCPUTime, systemCPUTime } = process.resourceUsage()
const measurement: ReadMeasurement = {
  entries,
  milliseconds: performance.now() - started,
  cpuMilliseconds: (userCPUTime + systemCPUTime) / 1000,
  peakMegabytes: peakMegabytes(),
}
console.log(JSON.stringify(measurement))
await source.close()
