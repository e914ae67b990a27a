import type { SrvRecord } from 'node:dns'

/**
 * SRV records in the order in which their servers are to be tried: lower priorities first, within a priority at random,
 * the higher the weight the likelier to be first (RFC 2782, "Usage rules").
 *
 * @param random uniform in [0, 1)
 */
export function orderServiceRecords(records: readonly SrvRecord[], random: () => number): readonly SrvRecord[] {
  const priorities = [...new Set(records.map(({ priority }) => priority))].sort((one, other) => one - other)
  return priorities.flatMap((priority) =>
    orderByWeight(
      records.filter((record) => record.priority === priority),
      random,
    ),
  )
}

function orderByWeight(records: readonly SrvRecord[], random: () => number): readonly SrvRecord[] {
  // Those without weight go first in the sum, which leaves them a small chance.
  const left = [...records].sort((one, other) => Number(one.weight > 0) - Number(other.weight > 0))
  const ordered: SrvRecord[] = []
  while (left.length > 0) {
    const total = left.reduce((sum, { weight }) => sum + weight, 0)
    const chosen = Math.floor(random() * (total + 1))
    let sum = 0
    const place = left.findIndex(({ weight }) => {
      sum += weight
      return sum >= chosen
    })
    ordered.push(...left.splice(place, 1))
  }
  return ordered
}
