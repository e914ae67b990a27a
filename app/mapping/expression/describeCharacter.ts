/** The character at an offset, for a message: quoted, and by its code point where it could not be seen. */
export function describeCharacter(text: string, position: number): string {
  const codePoint = text.codePointAt(position)
  if (codePoint === undefined) return 'the end'
  const character = String.fromCodePoint(codePoint)
  const hexadecimal = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  if (/[\p{C}\p{Z}\p{M}]/u.test(character)) return `the character ${hexadecimal}`
  return codePoint < 0x7f ? `"${character}"` : `"${character}" (${hexadecimal})`
}
