/** A picture of somebody, as plans and records know it. The bytes are never part of it. */
export interface Photo {
  /** `sha256:` and 64 hexadecimal digits over the bytes; for a store that takes links the address of the picture. */
  readonly value: string
  /** `image/jpeg`; null where it was not looked at. */
  readonly mediaType: string | null
  /** Bytes; null where it was not looked at. */
  readonly size: number | null
}
