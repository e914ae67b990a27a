/** Pixels from the top left corner on, three bytes each: red, green, blue. */
export interface Image {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}
