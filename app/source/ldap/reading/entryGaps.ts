import type { Gap } from '../../../model/gap.ts'
import type { ReadFailure } from './readWhole.ts'

/** An entry of which some values could not be had. */
export function partialEntryGap(baseDn: string, dn: string, failures: readonly ReadFailure[]): Gap {
  const parts = failures.map((each) => `${each.attribute}: ${each.read} values, then ${each.reason}`)
  return {
    kind: 'members-not-read',
    baseDn,
    message: `${dn} could not be read whole (${parts.join('; ')}).`,
    remedy: 'Run again; if it happens again, look into the log of the directory server.',
  }
}

/** Entries that came without an anchor and were left out. */
export function anchorGap(
  baseDn: string,
  anchorAttributes: readonly string[],
  left: { readonly count: number; readonly firstDn: string },
): Gap {
  const names = anchorAttributes.join(' or ')
  return {
    kind: 'entry-without-anchor',
    baseDn,
    message: `${left.count} entries came without ${names} and were left out, the first: ${left.firstDn}.`,
    remedy: `Give the account of the connector the right to read ${names}.`,
  }
}
