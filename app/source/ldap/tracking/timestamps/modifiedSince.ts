import { textAssertion } from '../../../../selection/filter/assertionValue.ts'
import type { Filter } from '../../../../selection/filter/filter.ts'
import type { DecodedEntry } from '../../protocol/entryDecoder.ts'
import { formatGeneralizedTime, parseGeneralizedTime } from '../generalizedTime.ts'

/** `(modifyTimestamp>=20260131235959Z)`; `time` in milliseconds. */
export function modifiedSince(time: number): Filter {
  const value = textAssertion(formatGeneralizedTime(Math.max(time, 0)))
  return { kind: 'greaterOrEqual', attribute: 'modifyTimestamp', value }
}

/** The latest modifyTimestamp of `entries`, or `other` when that is later or there is none. */
export function latestOf<Other extends number | undefined>(
  entries: readonly DecodedEntry[],
  other: Other,
): number | Other {
  let latest: number | Other = other
  for (const { attributes } of entries) {
    const time = parseGeneralizedTime(attributes.modifytimestamp?.[0] ?? '')
    if (time !== undefined && (latest === undefined || time > latest)) latest = time
  }
  return latest
}

/**
 * A time, in milliseconds, up to which a search that took `elapsed` milliseconds saw everything, when `latest` is the
 * newest that it met. One that is still to come, by this machine's clock, came from a clock that ran fast.
 */
export function settledTime(latest: number, elapsed: number): number {
  return Math.floor(Math.min(latest, Date.now()) - elapsed)
}
