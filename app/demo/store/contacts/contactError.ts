/** A refusal of the contacts interface: an HTTP status, a stable code in words and a message. */
export class ContactError extends Error {
  readonly status: number
  /** Lower case with dots: `contact.not.found`. */
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ContactError'
    this.status = status
    this.code = code
  }
}
