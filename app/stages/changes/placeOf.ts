import { dnKey, isAtOrBelow } from '../../model/dn.ts'
import type { CompiledSelection } from '../../selection/compileSelection.ts'

/** Whether a DN lies in the bases and in no exclusion. */
export function placeOf(dn: string, { bases, exclusions }: CompiledSelection): 'inside' | 'outside' {
  const key = dnKey(dn)
  const isIn = (list: CompiledSelection['bases']) => list.some((it) => isAtOrBelow(key, it.key))
  return isIn(bases) && !isIn(exclusions) ? 'inside' : 'outside'
}
