/** What groups within groups cost, beside the same users without any group. Times in milliseconds. */
export interface NestedMeasurement {
  readonly groups: 'nested' | 'flat'
  readonly depth: number
  /** In the store, in the end. */
  readonly memberships: number
  /** Of a dry run when everything is equal, without both sides. */
  readonly planningMilliseconds: number
  readonly planningProcessorMilliseconds: number
  /** Of the first full sync: with the store, without it, and of the processor. */
  readonly syncMilliseconds: number
  readonly syncOwnMilliseconds: number
  readonly syncProcessorMilliseconds: number
  readonly peakMegabytes: number
}

/** The costs, and those of 1,000 memberships. */
export function nestedTable(measurements: readonly NestedMeasurement[]): string {
  const heads = [
    ...['store', 'depth', 'memberships', 'processor to plan', 'for 1,000', 'processor of the first sync', 'for 1,000'],
    ...['first sync', 'peak memory'],
  ]
  const rows = measurements.map((each) => {
    const per = (milliseconds: number) => `${((milliseconds * 1000) / each.memberships).toFixed(1)} ms`
    return [
      each.groups,
      `${each.depth}`,
      `${each.memberships}`,
      `${each.planningProcessorMilliseconds} ms`,
      per(each.planningProcessorMilliseconds),
      `${each.syncProcessorMilliseconds} ms`,
      per(each.syncProcessorMilliseconds),
      `${each.syncMilliseconds} ms`,
      `${each.peakMegabytes} MB`,
    ]
  })
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
