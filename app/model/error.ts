/** Which side a failure belongs to: what the administrator has to look at first. */
export type Side = 'settings' | 'directory' | 'connector' | 'store'

export interface ErrorParts {
  readonly side: Side
  /** Stable kebab-case name of the failure, named after the standard's own name where there is one (`invalid-credentials`). */
  readonly code: string
  /** What happened, with numbers; one or two sentences that end in a full stop. */
  readonly message: string
  /** What the administrator can do about it; a sentence. */
  readonly remedy: string
  /** Where: `mapping.displayName, position 14`, `ldaps://dc1:636`, `OU=Sales,DC=corp`. */
  readonly place?: string
  readonly cause?: unknown
}

/** The one error that reaches an administrator. Anything else that is thrown is a defect of the connector. */
export class ConnectorError extends Error {
  readonly side: Side
  readonly code: string
  readonly remedy: string
  readonly place: string | undefined

  constructor(parts: ErrorParts) {
    super(parts.message, { cause: parts.cause })
    this.name = 'ConnectorError'
    this.side = parts.side
    this.code = parts.code
    this.remedy = parts.remedy
    this.place = parts.place
  }
}
