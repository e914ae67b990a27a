/** How many texts writer and reader of a page remember; more would cost memory and save little. */
export const knownTextLimit = 20_000

/**
 * Writes a text that comes again and again (a container, a reason) only once. The page reads the same way: a text is
 * remembered, in order, until the limit; a number is the place of a text that was remembered.
 */
export class KnownTexts {
  readonly #places = new Map<string, number>()

  /** @returns the text the first time, its place later on */
  write(text: string): string | number {
    const place = this.#places.get(text)
    if (place !== undefined) return place
    if (this.#places.size < knownTextLimit) this.#places.set(text, this.#places.size)
    return text
  }
}
