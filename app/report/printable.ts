const unsafe = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/**
 * A text from a directory as it may stand on one line of a terminal: control characters, which could move the cursor,
 * and marks that turn the direction of writing are shown as `\u001b`.
 */
export function printable(text: string): string {
  return text.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
