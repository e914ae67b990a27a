import type { ResultCodeName } from './wire/resultCode.ts'

/** A request that cannot be done, with the result code by which the client hears of it. */
export class LdapFailure extends Error {
  readonly code: ResultCodeName
  readonly matchedDn: string
  readonly urls: readonly string[]

  constructor(
    code: ResultCodeName,
    message: string,
    more: { readonly matchedDn?: string; readonly urls?: readonly string[] } = {},
  ) {
    super(message)
    this.name = 'LdapFailure'
    this.code = code
    this.matchedDn = more.matchedDn ?? ''
    this.urls = more.urls ?? []
  }
}
