import fc from 'fast-check'
import { BerReader, BerWriter } from 'ldapts'
import { MalformedMessageError } from '../../../../../app/source/ldap/protocol/berCursor.ts'
import { dirSyncControl, parseDirSyncAnswer } from '../../../../../app/source/ldap/tracking/dirsync/dirSyncControl.ts'

const cookies = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))

test('the request carries flags, size and cookie as MS-ADTS writes them', () => {
  fc.assert(
    fc.property(fc.constantFrom('all', 'own'), fc.nat(), cookies, (view, mostBytes, cookie) => {
      const { oid, criticality, value } = dirSyncControl({ view, mostBytes, cookie })
      expect({ oid, criticality }).toEqual({ oid: '1.2.840.113556.1.4.841', criticality: 'critical' })
      const reader = new BerReader(value ?? Buffer.alloc(0))
      reader.readSequence()
      expect((reader.readInt() ?? 0) >>> 0).toBe(view === 'own' ? 0x80000001 : 0x80000000)
      expect(reader.readInt()).toBe(mostBytes)
      expect(Buffer.from(reader.readString(4, true) ?? Buffer.alloc(0))).toEqual(cookie)
    }),
  )
})

test('the answer gives the cookie, and whether there is more', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1, -1, 256), fc.nat(), cookies, (more, size, cookie) => {
      const writer = new BerWriter()
      writer.startSequence()
      writer.writeInt(more)
      writer.writeInt(size)
      writer.writeBuffer(cookie, 4)
      writer.endSequence()
      expect(parseDirSyncAnswer(Buffer.from(writer.buffer))).toEqual({ rest: more === 0 ? 'none' : 'more', cookie })
    }),
  )
})

test('bytes that are no answer are malformed, never something else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        parseDirSyncAnswer(Buffer.from(bytes))
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedMessageError)
      }
    }),
  )
})
