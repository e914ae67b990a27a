/** The scimType values of RFC 7644 section 3.12 and RFC 9865 section 3 that the store uses. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidCursor'

/** A refusal that the client gets to read, as an RFC 7644 section 3.12 error body. */
export class ScimError extends Error {
  readonly status: number
  readonly scimType: ScimType | undefined

  /** `status` is the HTTP status; `detail` says what was wrong in words. */
  constructor(status: number, detail: string, scimType?: ScimType) {
    super(detail)
    this.name = 'ScimError'
    this.status = status
    this.scimType = scimType
  }

  /** The error body; `status` is text there, as the RFC wants it. */
  toBody(): { schemas: string[]; status: string; scimType?: ScimType; detail: string } {
    return {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(this.status),
      ...(this.scimType === undefined ? {} : { scimType: this.scimType }),
      detail: this.message,
    }
  }
}
