import type { Attributes } from '../model/entry.ts'
import type { Validators } from './fetch/validators.ts'
import type { Picture } from './picture/picture.ts'
import type { PictureProblem } from './pictureProblem.ts'

/** Where a picture was read. */
export type PictureOrigin =
  | { readonly kind: 'attribute'; readonly attribute: string }
  /** `uri` is what the pattern gave, `finalUri` where redirects led; they are equal without any. */
  | { readonly kind: 'server'; readonly uri: string; readonly finalUri: string; readonly validators: Validators }

export type PictureOutcome =
  | { readonly kind: 'picture'; readonly picture: Picture; readonly origin: PictureOrigin }
  /** Only for who gave `known`: the server says that it has not changed since. */
  | { readonly kind: 'not-modified'; readonly uri: string }
  | { readonly kind: 'refused'; readonly problem: PictureProblem }

/** What an earlier picture came with; of any use only while the address is the same. */
export interface KnownPicture extends Validators {
  readonly uri: string
}

/** Where people's pictures are read (DC-70). */
export interface PictureSource {
  /** Attributes that an entry must be read with, in the spelling of the settings. */
  readonly attributes: readonly string[]
  /**
   * The picture of the person with these attributes. Never throws for what one person's picture is or lacks. How many are
   * asked for at once is the caller's business. `known` is what an earlier picture of the same person came with.
   */
  picture(attributes: Attributes, known?: KnownPicture): Promise<PictureOutcome>
  /** Frees all connections. */
  close(): Promise<void>
}
