import fc from 'fast-check'
import { BerWriter } from 'ldapts'
import { MalformedMessageError } from '../../../../app/source/ldap/protocol/berCursor.ts'
import { FrameReader } from '../../../../app/source/ldap/protocol/frameReader.ts'

const message = (content: Uint8Array): Buffer => {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeBuffer(Buffer.from(content), 0x04)
  writer.endSequence()
  return Buffer.from(writer.buffer)
}

/** Cuts bytes at random places. */
const cut = (bytes: Buffer, places: readonly number[]): readonly Buffer[] => {
  const sorted = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((one, other) => one - other)
  return [0, ...sorted].map((start, index) => bytes.subarray(start, sorted[index] ?? bytes.length))
}

const read = (chunks: readonly Buffer[]): readonly string[] => {
  const reader = new FrameReader()
  const frames: string[] = []
  for (const chunk of chunks) {
    reader.push(chunk, (buffer, start, end) => frames.push(buffer.subarray(start, end).toString('hex')))
  }
  return frames
}

test('finds every message, however the network cuts the stream', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), fc.array(fc.nat()), (contents, places) => {
      const messages = contents.map(message)
      expect(read(cut(Buffer.concat(messages), places))).toEqual(messages.map((each) => each.toString('hex')))
    }),
  )
})

test('takes messages of more than 64 KB', () => {
  const large = message(new Uint8Array(200_000).fill(7))
  const chunks = Array.from({ length: 50 }, (_, index) => large.subarray(index * 4096, (index + 1) * 4096))
  expect(read(chunks)).toEqual([large.toString('hex')])
})

test.each([
  ['no sequence', '15030100020246'],
  ['an endless length', '3080'],
  ['a length of 4 GB', '3084ffffffff00'],
])('refuses %s', (_, hex) => {
  expect(() => read([Buffer.from(hex, 'hex')])).toThrow(MalformedMessageError)
})

test('throws nothing but its own error for random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        read([Buffer.from(bytes)])
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedMessageError)
      }
    }),
  )
})
