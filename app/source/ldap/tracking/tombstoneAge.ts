const day = 24 * 60 * 60 * 1000
/** Shorter than any usual lifetime of tombstones, which is 180 days, and was 60. */
const longest = 30 * day

/**
 * Whether no tombstone made after `since` can have been removed by now. Both are the server's own times, as
 * milliseconds; an unknown one, `null`, proves nothing.
 */
export function areTombstonesKept(since: number | null, now: number | null): boolean {
  return since !== null && now !== null && now - since <= longest
}
