import type { SizeComparison } from './compareSizes.ts'

/** What changes cost at both sizes, and what it costs to find that there are none. */
export function incrementalTable(comparisons: readonly SizeComparison[]): string {
  const heads = [
    'changes found by',
    'users',
    'everything but the directory',
    'ratio',
    'processor',
    'ratio',
    'directory',
  ]
  const rows = comparisons.map(({ method, small, large, ownRatio, cpuRatio }) => [
    method,
    `${small.users} and ${large.users}`,
    `${small.ownMilliseconds} and ${large.ownMilliseconds} ms`,
    `${ownRatio}`,
    `${small.cpuMilliseconds} and ${large.cpuMilliseconds} ms`,
    `${cpuRatio}`,
    `${small.directoryMilliseconds} and ${large.directoryMilliseconds} ms`,
  ])
  const idleHeads = ['nothing changed', 'users', 'searches', 'entries', 'bytes read', 'requests to the store', 'in all']
  const idleRows = comparisons.map(({ noChange: { method, users, asking, connecting, storeRequests, ...rest } }) => [
    method,
    `${users}`,
    `${asking.searches} (and ${connecting.searches} to connect)`,
    `${asking.entries}`,
    `${asking.bytesReceived} (and ${connecting.bytesReceived} to connect)`,
    `${storeRequests}`,
    `${rest.totalMilliseconds} ms`,
  ])
  return `${table(heads, rows)}\n\n${table(idleHeads, idleRows)}`
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
