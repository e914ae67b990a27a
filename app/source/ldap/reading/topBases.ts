import { dnKey, isAtOrBelow } from '../../../model/dn.ts'

/** The bases that do not lie below another one, each once, as written, in their order (DC-13). */
export function topBases(baseDns: readonly string[]): readonly string[] {
  const bases = baseDns.map((baseDn, index) => ({ baseDn, index, key: dnKey(baseDn) }))
  const isCovered = (base: (typeof bases)[number]) =>
    bases.some((other) => (other.key === base.key ? other.index < base.index : isAtOrBelow(base.key, other.key)))
  return bases.filter((base) => !isCovered(base)).map((base) => base.baseDn)
}
