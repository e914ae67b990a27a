import fc from 'fast-check'
import { BerWriter } from 'ldapts'
import { MalformedMessageError } from '../../../../../app/source/ldap/protocol/berCursor.ts'
import {
  parseSyncDone,
  parseSyncInfo,
  parseSyncState,
  syncInfoOid,
} from '../../../../../app/source/ldap/tracking/syncrepl/syncValues.ts'

const uuid = fc.uuid()
const bytesOf = (anchor: string) => Buffer.from(anchor.replaceAll('-', ''), 'hex')
const cookie = fc.option(fc.string(), { nil: undefined })
const refresh = fc.constantFrom('deletes', 'present', 'default')

function written(write: (writer: BerWriter) => void): Buffer {
  const writer = new BerWriter()
  write(writer)
  return Buffer.from(writer.buffer)
}

function writeRefresh(writer: BerWriter, choice: string): void {
  if (choice !== 'default') writer.writeBoolean(choice === 'deletes')
}

describe('Sync State', () => {
  test('gives state and entryUUID', () => {
    const states = ['present', 'add', 'modify', 'delete'] as const
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2, 3), uuid, cookie, (state, anchor, text) => {
        const value = written((writer) => {
          writer.startSequence()
          writer.writeEnumeration(state)
          writer.writeBuffer(bytesOf(anchor), 4)
          if (text !== undefined) writer.writeString(text)
          writer.endSequence()
        })
        expect(parseSyncState(value)).toEqual({ state: states[state], anchor })
      }),
    )
  })
})

describe('Sync Done', () => {
  test('gives cookie and kind of refresh', () => {
    fc.assert(
      fc.property(cookie, refresh, (text, choice) => {
        const value = written((writer) => {
          writer.startSequence()
          if (text !== undefined) writer.writeString(text)
          writeRefresh(writer, choice)
          writer.endSequence()
        })
        expect(parseSyncDone(value)).toEqual({ cookie: text, refresh: choice === 'deletes' ? 'deletes' : 'present' })
      }),
    )
  })
})

describe('Sync Info', () => {
  const infoMessage = (value: Buffer, name = syncInfoOid) =>
    written((writer) => {
      writer.writeString(name, 0x80)
      writer.writeBuffer(value, 0x81)
    })

  test('gives sets of ids', () => {
    fc.assert(
      fc.property(cookie, refresh, fc.array(uuid), (text, choice, anchors) => {
        const message = infoMessage(
          written((writer) => {
            writer.startSequence(0xa3)
            if (text !== undefined) writer.writeString(text)
            writeRefresh(writer, choice)
            writer.startSequence(0x31)
            for (const anchor of anchors) writer.writeBuffer(bytesOf(anchor), 4)
            writer.endSequence()
            writer.endSequence()
          }),
        )
        const surrounded = Buffer.concat([Buffer.alloc(3), message, Buffer.alloc(5)])
        expect(parseSyncInfo(surrounded, 3, 3 + message.length)).toEqual({
          kind: 'ids',
          refresh: choice === 'deletes' ? 'deletes' : 'present',
          anchors,
        })
      }),
    )
  })

  test('passes over what says no more than the end does', () => {
    const newCookie = infoMessage(written((writer) => writer.writeString('rid=000', 0x80)))
    const refreshDelete = infoMessage(
      written((writer) => {
        writer.startSequence(0xa1)
        writer.endSequence()
      }),
    )
    const other = infoMessage(Buffer.from('anything'), '1.2.3')
    for (const message of [newCookie, refreshDelete, other]) {
      expect(parseSyncInfo(message, 0, message.length)).toEqual({ kind: 'other' })
    }
  })
})

test('bytes that are none of these are malformed, never something else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const value = Buffer.from(bytes)
      for (const parse of [
        () => parseSyncState(value),
        () => parseSyncDone(value),
        () => parseSyncInfo(value, 0, value.length),
      ]) {
        try {
          parse()
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedMessageError)
        }
      }
    }),
  )
})
