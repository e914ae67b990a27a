/** What macOS calls a PNG of each size. */
const types: ReadonlyMap<number, string> = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
])

/** A macOS icon whose pictures are PNG files, by their size in pixels; sizes that it has no place for are left out. */
export function encodeIcns(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const parts = [...pictures].flatMap(([size, content]) => {
    const type = types.get(size)
    return type === undefined ? [] : [part(type, content)]
  })
  return part('icns', Buffer.concat(parts))
}

function part(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length + 8)
  return Buffer.concat([Buffer.from(type, 'latin1'), length, content])
}
