import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { whyNotInstalled } from '../services/installed.ts'
import type { SizeComparison } from './compareSizes.ts'
import { incrementalTable } from './incrementalTable.ts'
import { type MembershipMeasurement, membershipTable } from './membershipTable.ts'
import { type NestedMeasurement, nestedTable } from './nestedTable.ts'
import { type PictureMeasurement, pictureTable } from './pictureTable.ts'
import { type PlanBrowserMeasurement, planBrowserTable } from './planBrowserTable.ts'
import { type WindowMeasurement, windowTable } from './windowTable.ts'

/**
 * `npm run bench`: every measurement, one after the other, each as ratios of one run. Prints the table that
 * docs/performance.md keeps. `npm run bench -- small` uses a tenth of the sizes, to see whether the measurements work.
 */
/** As package.json starts the command line: the heap is collected early instead of growing. */
const heapFlags = ['--max-semi-space-size=8', '--heap-growing-percent=50']
const scale = process.argv[2] === 'small' ? 10 : 1

interface DryRunResult {
  readonly users: number
  readonly createdPerSecond: number
  readonly ldapsearchMilliseconds: number
  readonly directoryMilliseconds: number
  readonly storeMilliseconds: number
  readonly planningMilliseconds: number
  readonly readRatio: number
  readonly planningRatio: number
  readonly peakMegabytes: number
}

function measure(file: string, ...sizes: readonly number[]): string {
  const words = [...process.execArgv, ...heapFlags, join(import.meta.dirname, file), ...sizes.map(String)]
  return execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()
}

function dryRun(users: number, rounds: number): DryRunResult {
  return JSON.parse(measure('dryRun.ts', users, rounds))
}

console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`)
const reading = JSON.parse(measure('readDirectory.ts', 100_000 / scale, 3))
const smaller = dryRun(100_000 / scale, 3)
const larger = dryRun(300_000 / scale, 1)
const growth = larger.peakMegabytes / smaller.peakMegabytes - 1

const rows = [
  [
    'reading, against ldapsearch',
    `${reading.users} users`,
    `${reading.ratio} times`,
    'at most 4',
    `${reading.peakMegabytes} MB`,
  ],
  [
    'reading into the workspace, against ldapsearch',
    `${smaller.users} users`,
    `${smaller.readRatio} times`,
    'at most 4',
    `${smaller.peakMegabytes} MB (whole dry run)`,
  ],
  ['planning, against the two reads', `${smaller.users} users`, `${smaller.planningRatio} times`, 'at most 1', ''],
  [
    'planning, against the two reads',
    `${larger.users} users`,
    `${larger.planningRatio} times`,
    'at most 1',
    `${larger.peakMegabytes} MB`,
  ],
  [
    'growth of peak memory',
    `${smaller.users} to ${larger.users}`,
    `${(growth * 100).toFixed(0)} %`,
    'less than 15 %',
    '',
  ],
]
console.log('| measured | size | ratio | bound | peak memory |\n|---|---|---|---|---|')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
console.log('\nCreating users in the embedded store, against a plain load generator (at least 0.70):\n')
console.log(measure('createUsers.ts', 5000 / scale, 8, 3))

const sizes = [10_000 / scale, 100_000 / scale, 100, 5] as const
const missing = whyNotInstalled('samba')
if (missing !== undefined) console.log(`\nSamba is left out. ${missing}`)
const incremental: readonly SizeComparison[] = [
  ...JSON.parse(measure('incrementalOpenLdap.ts', ...sizes)),
  ...(missing === undefined ? JSON.parse(measure('incrementalSamba.ts', ...sizes)) : []),
]
console.log(
  `\nIncremental syncs of 100 changed users (ratio at most 1.2, at most 1 s):\n\n${incrementalTable(incremental)}`,
)
const memberships: readonly MembershipMeasurement[] = JSON.parse(measure('memberships.ts', 50_000 / scale, 2))
console.log(`\nMemberships of one group that change at once:\n\n${membershipTable(memberships)}`)
const nested: readonly NestedMeasurement[] = JSON.parse(measure('nestedMemberships.ts', 5000 / scale, 3))
console.log(`\nGroups in a chain that ends in a cycle, beside the same users without groups:\n\n${nestedTable(nested)}`)
const pictureSizes = scale === 1 ? [10_000, 100_000] : [500, 2000]
const pictures = pictureSizes.flatMap((users): readonly PictureMeasurement[] =>
  JSON.parse(measure('pictures.ts', users, 100, users > 10_000 ? 1 : 3)),
)
console.log(`\nPictures of 20 KB (under 300 MB):\n\n${pictures.map(pictureTable).join('\n\n')}`)
const shown: PlanBrowserMeasurement = JSON.parse(measure('planBrowser.ts', 100_000 / scale, 5))
console.log(
  `\nA stored plan, a page at a time (opening under 300 ms, pages and letters under 100 ms):\n\n${planBrowserTable(shown)}`,
)
const withoutBrowser = whyNotInstalled('Chromium')
if (withoutBrowser !== undefined) console.log(`\nThe window is left out. ${withoutBrowser}`)
const seen: WindowMeasurement | null =
  withoutBrowser === undefined ? JSON.parse(measure('window.ts', scale === 1 ? 7 : 1)) : null
if (seen !== null) console.log(`\nThe window, where 100,000 people are linked:\n\n${windowTable(seen)}`)
const rest = JSON.parse(measure('serviceAtRest.ts', 3000 / scale))
console.log(`\nThe service at rest (under 120 MB):\n\n${JSON.stringify(rest)}`)
console.log(
  `\n${JSON.stringify({ reading, smaller, larger, incremental, memberships, nested, pictures, shown, seen, rest })}`,
)
