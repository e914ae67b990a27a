export const pictureTypes = ['JPEG', 'PNG', 'GIF', 'BMP'] as const
export type PictureType = (typeof pictureTypes)[number]

/** A picture whose content was looked at: what it is, whatever its name or its server says. */
export interface Picture {
  readonly type: PictureType
  /** `image/jpeg` */
  readonly mediaType: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
  /** 64 hexadecimal digits, of the bytes. */
  readonly sha256: string
}

/** What the structure of a file says. `problem` completes `The picture …`. */
export type Structure =
  | { readonly kind: 'whole'; readonly width: number; readonly height: number }
  | { readonly kind: 'broken'; readonly problem: string }

export const cutOff: Structure = { kind: 'broken', problem: 'is cut off before its end' }
