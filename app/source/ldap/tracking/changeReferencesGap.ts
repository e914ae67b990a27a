import { dnKey, isAtOrBelow } from '../../../model/dn.ts'
import type { Gap } from '../../../model/gap.ts'
import type { AskedServer } from '../askedServer.ts'
import { referencesGap } from '../reading/references.ts'

/** The gap of references met in a naming context, if any lies below one of the bases: nobody told of changes there. */
export function changeReferencesGap(
  { profile }: AskedServer,
  contextDn: string,
  references: readonly string[],
  baseDns: readonly string[],
): Gap | undefined {
  for (const baseDn of baseDns) {
    if (!isAtOrBelow(dnKey(baseDn), dnKey(contextDn))) continue
    const gap = referencesGap(references, baseDn, profile.product)
    if (gap !== undefined) return gap
  }
  return undefined
}
