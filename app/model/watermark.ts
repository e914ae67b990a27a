/**
 * How a directory tells what changed:
 *
 * - `dirsync`: Active Directory's DirSync control; its cookie is good at every domain controller.
 * - `usn`: uSNChanged and tombstones of one domain controller.
 * - `syncrepl`: content synchronization (RFC 4533).
 * - `timestamps`: modifyTimestamp of one server; deletions are found by comparing anchors.
 */
export const trackingMethods = ['dirsync', 'usn', 'syncrepl', 'timestamps'] as const
export type TrackingMethod = (typeof trackingMethods)[number]

/** A position from which changes can be asked for. Whoever resumes from it sees every later change, some perhaps twice. */
export interface Watermark {
  readonly method: TrackingMethod
  /** `dc1.corp.example.com:636`: the server that gave it. */
  readonly server: string
  /** Understood by the source alone. */
  readonly position: string
}
