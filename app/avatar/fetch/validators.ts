/** By what a server recognises that something has not changed (RFC 9110 section 8.8); null where it gave none. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}
