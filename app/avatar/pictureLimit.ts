/** The most bytes that a picture may have: 2 MB (DC-72). */
export const pictureLimit = 2 * 1024 * 1024

/** A number of bytes for a message: `2,097,152 bytes`. */
export function countBytes(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'byte' : 'bytes'}`
}
