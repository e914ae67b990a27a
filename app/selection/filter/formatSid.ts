/** The text `S-1-…` of a binary SID (MS-DTYP 2.4.2.2); undefined when the bytes are none. */
export function formatSid(bytes: Uint8Array): string | undefined {
  const [revision, count] = bytes
  if (revision === undefined || count === undefined || bytes.length !== 8 + count * 4) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const authority = view.getUint16(2) * 2 ** 32 + view.getUint32(4)
  const parts = Array.from({ length: count }, (_, index) => view.getUint32(8 + index * 4, true))
  return ['S', revision, authority, ...parts].join('-')
}
