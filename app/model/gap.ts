/**
 * One way in which a read of the directory is known to be incomplete (DC-14). What was not seen is then not taken away:
 * nobody is deleted or deactivated for being gone, no member is removed, no reference cleared. An account that was seen,
 * and is disabled, is still made inactive.
 */
export interface Gap {
  readonly kind:
    | 'missing-base'
    | 'size-limit'
    | 'time-limit'
    | 'administrative-limit'
    | 'referral-not-followed'
    | 'insufficient-rights'
    | 'connection-lost'
    | 'entry-without-anchor'
    | 'members-not-read'
    | 'server-error'
  readonly baseDn: string
  /** What happened, with numbers. */
  readonly message: string
  readonly remedy: string
}
