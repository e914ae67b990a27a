import { dnKey, isAtOrBelow } from '../../../model/dn.ts'
import { topBases } from '../reading/topBases.ts'

/**
 * The naming contexts that hold the bases, each once; a base that lies in none stands for itself. Whoever decides who is
 * selected, a group or a container above a base, is in the same naming context.
 */
export function contextsAround(baseDns: readonly string[], namingContexts: readonly string[]): readonly string[] {
  const innermostFirst = [...namingContexts].sort((a, b) => dnKey(b).length - dnKey(a).length)
  const around = topBases(baseDns).map(
    (baseDn) => innermostFirst.find((context) => isAtOrBelow(dnKey(baseDn), dnKey(context))) ?? baseDn,
  )
  return [...new Map(around.map((dn) => [dnKey(dn), dn])).values()]
}
