import fc from 'fast-check'
import { BerWriter } from 'ldapts'
import { MalformedMessageError } from '../../../../app/source/ldap/protocol/berCursor.ts'
import { EncodedControl, readControls } from '../../../../app/source/ldap/protocol/control.ts'

const control = fc.record({
  oid: fc.array(fc.nat({ max: 99_999 }), { minLength: 2, maxLength: 10 }).map((parts) => parts.join('.')),
  criticality: fc.constantFrom('critical', 'optional'),
  value: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
})

test('controls that are written are read again, wherever they stand', () => {
  fc.assert(
    fc.property(fc.array(control), fc.nat({ max: 9 }), (controls, before) => {
      const writer = new BerWriter()
      writer.startSequence(0xa0)
      for (const each of controls) new EncodedControl(each).write(writer)
      writer.endSequence()
      const buffer = Buffer.concat([Buffer.alloc(before), writer.buffer, Buffer.alloc(3)])
      expect(readControls(buffer, before, buffer.length - 3)).toEqual(
        controls.map(({ oid, value }) => ({ oid, value })),
      )
    }),
  )
})

test('a control without a value has an empty one', () => {
  const writer = new BerWriter()
  writer.startSequence(0xa0)
  new EncodedControl({ oid: '1.2.3', criticality: 'optional' }).write(writer)
  writer.endSequence()
  expect(readControls(Buffer.from(writer.buffer), 0, writer.buffer.length)).toEqual([
    { oid: '1.2.3', value: Buffer.alloc(0) },
  ])
})

test('there are none where nothing stands, and malformed ones are malformed', () => {
  expect(readControls(Buffer.alloc(0), 0, 0)).toEqual([])
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        readControls(Buffer.from(bytes), 0, bytes.length)
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedMessageError)
      }
    }),
  )
})
