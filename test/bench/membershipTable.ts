/** Medians of adding and of taking away; times in milliseconds. */
export interface MembershipMeasurement {
  readonly memberships: number
  readonly ownMilliseconds: number
  readonly storeMilliseconds: number
  readonly cpuMilliseconds: number
  readonly directoryMilliseconds: number
  readonly peakMegabytes: number
}

/** What memberships cost, and what one of them costs. */
export function membershipTable(measurements: readonly MembershipMeasurement[]): string {
  const heads = '| memberships | everything but the directory | for 1,000 | processor | for 1,000 | peak memory |'
  const rows = measurements.map(({ memberships, ownMilliseconds, cpuMilliseconds, peakMegabytes }) => {
    const each = (milliseconds: number) => `${Math.round((milliseconds * 1000) / memberships)} ms`
    return `| ${memberships} | ${ownMilliseconds} ms | ${each(ownMilliseconds)} | ${cpuMilliseconds} ms | ${each(cpuMilliseconds)} | ${peakMegabytes} MB |`
  })
  return [heads, '|---|---|---|---|---|---|', ...rows].join('\n')
}
