/** A Windows icon whose pictures are PNG files, by their size in pixels, up to 256. */
export function encodeIco(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const header = Buffer.alloc(6)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.size, 4)
  let at = header.length + 16 * pictures.size
  const places = [...pictures].map(([size, { length }]) => {
    const place = Buffer.alloc(16)
    // 256 is written as 0.
    place.set([size % 256, size % 256])
    place.writeUInt16LE(1, 4)
    place.writeUInt16LE(32, 6)
    place.writeUInt32LE(length, 8)
    place.writeUInt32LE(at, 12)
    at += length
    return place
  })
  return Buffer.concat([header, ...places, ...pictures.values()])
}
