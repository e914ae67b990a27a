import { dnKey, isAtOrBelow } from './dnParts.ts'

/** Which containers are read: all below a base, but for what lies at or below an exclusion. */
export interface Chosen {
  readonly baseDns: readonly string[]
  readonly excludeDns: readonly string[]
}

/** `mixed`: some containers below are read and others are not. */
export type ChosenState = true | false | 'mixed'

/** Whether a container is read with all below it. An exclusion always wins over a base. */
export function stateOf(dn: string, { baseDns, excludeDns }: Chosen): ChosenState {
  const key = dnKey(dn)
  const bases = baseDns.map(dnKey)
  const exclusions = excludeDns.map(dnKey)
  if (exclusions.some((exclusion) => isAtOrBelow(key, exclusion))) return false
  if (bases.some((base) => isAtOrBelow(key, base))) {
    return exclusions.some((exclusion) => isAtOrBelow(exclusion, key)) ? 'mixed' : true
  }
  return bases.some((base) => isAtOrBelow(base, key)) ? 'mixed' : false
}

/** The exclusion strictly above a container, which keeps it from being chosen alone; undefined when there is none. */
export function exclusionAbove(dn: string, { excludeDns }: Chosen): string | undefined {
  const key = dnKey(dn)
  return excludeDns.find((exclusion) => dnKey(exclusion) !== key && isAtOrBelow(key, dnKey(exclusion)))
}

/** Takes a container with all below it in. One below an exclusion stays out (see `exclusionAbove`). */
export function withChosen(dn: string, chosen: Chosen): Chosen {
  const key = dnKey(dn)
  if (exclusionAbove(dn, chosen) !== undefined) return chosen
  const excludeDns = chosen.excludeDns.filter((exclusion) => !isAtOrBelow(dnKey(exclusion), key))
  if (chosen.baseDns.some((base) => isAtOrBelow(key, dnKey(base)))) return { baseDns: chosen.baseDns, excludeDns }
  return { baseDns: [...chosen.baseDns.filter((base) => !isAtOrBelow(dnKey(base), key)), dn], excludeDns }
}

/** Leaves a container out with all below it: as a base that is gone, or as an exclusion below one that stays. */
export function withoutChosen(dn: string, chosen: Chosen): Chosen {
  const key = dnKey(dn)
  const isOutside = (other: string) => !isAtOrBelow(dnKey(other), key)
  const baseDns = chosen.baseDns.filter(isOutside)
  const excludeDns = chosen.excludeDns.filter(isOutside)
  const isCovered = baseDns.some((base) => isAtOrBelow(key, dnKey(base)))
  const isExcluded = excludeDns.some((exclusion) => isAtOrBelow(key, dnKey(exclusion)))
  return { baseDns, excludeDns: isCovered && !isExcluded ? [...excludeDns, dn] : excludeDns }
}
