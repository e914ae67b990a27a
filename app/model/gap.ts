/**
 * One way in which a read of the directory is known to be incomplete (DC-14). A read with a gap never deletes,
 * deactivates, removes a member or clears a reference.
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
