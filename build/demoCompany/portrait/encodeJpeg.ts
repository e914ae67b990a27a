import type { Image } from './image.ts'

/** From coarse to fine detail, as T.81 lists the values of a block (figure A.6). */
const zigzag: readonly number[] = Array.from({ length: 64 }, (_, index) => index).sort((one, other) => {
  const diagonal = (index: number) => (index >> 3) + (index & 7)
  const along = (index: number) => (diagonal(index) % 2 === 0 ? index & 7 : index >> 3)
  return diagonal(one) - diagonal(other) || along(one) - along(other)
})
/** Fine detail is kept less exactly. */
const quantization = zigzag.map((index) => 3 + 2 * ((index >> 3) + (index & 7)))
const cosines = Array.from({ length: 64 }, (_, index) => {
  const frequency = index >> 3
  return Math.cos(((2 * (index & 7) + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5
})

/** Symbols of one length, in bits. */
type CodeLengths = readonly (readonly [bits: number, symbols: readonly number[]])[]

const endOfBlock = 0x00
const sixteenZeros = 0xf0
const runsAndSizes = Array.from({ length: 160 }, (_, index) => (Math.floor(index / 10) << 4) | (1 + (index % 10)))
const frequent: readonly number[] = [0x01, 0x02]
const dcLengths: CodeLengths = [[4, Array.from({ length: 12 }, (_, size) => size)]]
const acLengths: CodeLengths = [
  [2, [endOfBlock]],
  [4, frequent],
  [8, [...runsAndSizes.filter((symbol) => !frequent.includes(symbol)), sixteenZeros]],
]

/** A baseline JPEG file (ITU-T T.81) without subsampling; width and height must be multiples of 8. */
export function encodeJpeg({ width, height, pixels }: Image): Uint8Array {
  const components = [1, 2, 3]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...quantization]),
    segment(0xc0, [
      8,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      3,
      ...components.flatMap((id) => [id, 0x11, 0]),
    ]),
    segment(0xc4, huffmanTable(0x00, dcLengths)),
    segment(0xc4, huffmanTable(0x10, acLengths)),
    segment(0xda, [3, ...components.flatMap((id) => [id, 0x00]), 0, 63, 0]),
    scan({ width, height, pixels }),
    Buffer.from([0xff, 0xd9]),
  ])
}

function segment(marker: number, content: readonly number[]): Buffer {
  const length = content.length + 2
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content])
}

function huffmanTable(id: number, lengths: CodeLengths): readonly number[] {
  const counts = Array.from({ length: 16 }, (_, index) => lengths.find(([bits]) => bits === index + 1)?.[1].length ?? 0)
  return [id, ...counts, ...lengths.flatMap(([, symbols]) => symbols)]
}

/** The code of each symbol as binary digits (T.81, annex C). */
function codesOf(lengths: CodeLengths): ReadonlyMap<number, string> {
  const codes = new Map<number, string>()
  let next = 0
  let before = 0
  for (const [bits, symbols] of lengths) {
    next <<= bits - before
    before = bits
    for (const symbol of symbols) {
      codes.set(symbol, next.toString(2).padStart(bits, '0'))
      next += 1
    }
  }
  return codes
}

function scan(image: Image): Buffer {
  const dcCodes = codesOf(dcLengths)
  const acCodes = codesOf(acLengths)
  const last = [0, 0, 0]
  let digits = ''
  for (let top = 0; top < image.height; top += 8) {
    for (let left = 0; left < image.width; left += 8) {
      for (const [component, block] of blocksAt(image, left, top).entries()) {
        const [dc = 0, ...rest] = quantize(transform(block))
        digits += coded(dcCodes, 0, dc - (last[component] ?? 0))
        last[component] = dc
        let zeros = 0
        for (const value of rest.slice(0, rest.findLastIndex((it) => it !== 0) + 1)) {
          if (value === 0) {
            zeros += 1
            continue
          }
          digits += (acCodes.get(sixteenZeros) ?? '').repeat(zeros >> 4) + coded(acCodes, zeros & 15, value)
          zeros = 0
        }
        if (rest.at(-1) === 0) digits += acCodes.get(endOfBlock) ?? ''
      }
    }
  }
  const bytes = (digits + '1'.repeat(7)).match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [byte, 0] : byte)))
}

/** The symbol of how many zeros come before and how many bits the value has, and these bits (T.81, F.1.2). */
function coded(codes: ReadonlyMap<number, string>, zeros: number, value: number): string {
  const size = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1
  const bits = value < 0 ? value + 2 ** size - 1 : value
  return (codes.get((zeros << 4) | size) ?? '') + (size === 0 ? '' : bits.toString(2).padStart(size, '0'))
}

/** 64 values each of brightness, blueness and redness, around 0 (JFIF 1.02). */
function blocksAt({ width, pixels }: Image, left: number, top: number): readonly (readonly number[])[] {
  const points = Array.from({ length: 64 }, (_, index) => {
    const at = ((top + (index >> 3)) * width + left + (index & 7)) * 3
    return { r: pixels[at] ?? 0, g: pixels[at + 1] ?? 0, b: pixels[at + 2] ?? 0 }
  })
  return [
    points.map(({ r, g, b }) => 0.299 * r + 0.587 * g + 0.114 * b - 128),
    points.map(({ r, g, b }) => -0.168736 * r - 0.331264 * g + 0.5 * b),
    points.map(({ r, g, b }) => 0.5 * r - 0.418688 * g - 0.081312 * b),
  ]
}

/** Cosine transform of eight rows, and of the eight columns of what came out. */
function transform(block: readonly number[]): readonly number[] {
  const rows = (values: readonly number[]) =>
    Array.from({ length: 64 }, (_, index) => {
      let sum = 0
      for (let at = 0; at < 8; at += 1)
        sum += (values[(index >> 3) * 8 + at] ?? 0) * (cosines[(index & 7) * 8 + at] ?? 0)
      return sum
    })
  const turned = (values: readonly number[]) => values.map((_, index) => values[(index & 7) * 8 + (index >> 3)] ?? 0)
  return turned(rows(turned(rows(block))))
}

function quantize(values: readonly number[]): readonly number[] {
  return zigzag.map((index, at) => Math.round((values[index] ?? 0) / (quantization[at] ?? 1)))
}
