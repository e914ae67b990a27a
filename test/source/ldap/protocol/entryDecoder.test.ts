import fc from 'fast-check'
import { BerWriter } from 'ldapts'
import type { AttributeNamesOptions } from '../../../../app/source/ldap/protocol/attributeNames.ts'
import { MalformedMessageError } from '../../../../app/source/ldap/protocol/berCursor.ts'
import { EntryDecoder } from '../../../../app/source/ldap/protocol/entryDecoder.ts'

type Values = readonly (readonly [name: string, values: readonly (string | Uint8Array)[]])[]

/** The content of a SearchResultEntry. */
const encode = (dn: string, attributes: Values): Buffer => {
  const writer = new BerWriter()
  writer.writeString(dn)
  writer.startSequence()
  for (const [name, values] of attributes) {
    writer.startSequence()
    writer.writeString(name)
    writer.startSequence(0x31)
    for (const value of values) writer.writeBuffer(Buffer.from(value), 0x04)
    writer.endSequence()
    writer.endSequence()
  }
  writer.endSequence()
  return Buffer.from(writer.buffer)
}
const decode = (attributes: Values, names: AttributeNamesOptions = { shown: new Set(['*']) }) => {
  const bytes = encode('CN=Ann,DC=example', attributes)
  return new EntryDecoder(names).decode(bytes, 0, bytes.length)
}

test('gives text values by lower-case name and leaves out attributes without values', () => {
  const attributes: Values = [
    ['displayName', ['Jürgen 王']],
    ['mail', ['a@example.com', 'b@example.com']],
    ['empty', []],
  ]
  expect(decode(attributes)).toEqual({
    dn: 'CN=Ann,DC=example',
    attributes: { displayname: ['Jürgen 王'], mail: ['a@example.com', 'b@example.com'] },
    aside: {},
    partial: undefined,
  })
})

test('drops what nobody asked for and keeps aside what the reader needs', () => {
  const attributes: Values = [
    ['cn', ['Ann']],
    ['member', ['CN=Bob']],
    ['sn', ['Smith']],
  ]
  const decoded = decode(attributes, { shown: new Set(['cn']), aside: new Set(['member']) })
  expect(decoded).toMatchObject({ attributes: { cn: ['Ann'] }, aside: { member: ['CN=Bob'] } })
  expect(Object.keys(decoded.attributes)).toEqual(['cn'])
})

test('makes text of binary values', () => {
  const guid = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
  const sid = Buffer.from('010500000000000515000000010000000200000003000000f4010000', 'hex')
  const attributes: Values = [
    ['objectGUID', [guid]],
    ['objectSid', [sid]],
    ['thumbnailPhoto', ['looks like text']],
    ['userCertificate;binary', ['x']],
    ['unknown', [Uint8Array.of(0xff, 0xfe)]],
    ['replacement', ['\ufffd']],
  ]
  expect(decode(attributes, { shown: new Set(['*']), binary: new Set(['thumbnailphoto']) }).attributes).toEqual({
    objectguid: ['33221100-5544-7766-8899-aabbccddeeff'],
    objectsid: ['S-1-5-21-1-2-3-500'],
    thumbnailphoto: [Buffer.from('looks like text').toString('base64')],
    usercertificate: [Buffer.from('x').toString('base64')],
    unknown: ['//4='],
    replacement: ['\ufffd'],
  })
})

test('puts values with options behind those without, wherever they come', () => {
  const attributes: Values = [
    ['cn;lang-de', ['Anna']],
    ['cn', ['Ann']],
    ['cn;lang-fr', ['Anne']],
  ]
  expect(decode(attributes).attributes).toEqual({ cn: ['Ann', 'Anna', 'Anne'] })
})

test('says which attributes came only in part', () => {
  const attributes: Values = [
    ['member', []],
    ['member;range=0-1', ['CN=A', 'CN=B']],
    ['proxyAddresses;Range=0-*', ['smtp:a']],
  ]
  const { attributes: values, partial } = decode(attributes)
  expect(values).toEqual({ member: ['CN=A', 'CN=B'], proxyaddresses: ['smtp:a'] })
  expect(partial).toEqual(new Map([['member', { first: 0, last: 1 }]]))
})

test('ignores names that are none', () => {
  const { attributes } = decode([
    ['__proto__', ['x']],
    ['', ['y']],
    ['cn', ['Ann']],
  ])
  expect(attributes).toEqual({ cn: ['Ann'] })
})

test('gives every text back, whatever the entries before were like', () => {
  const names = fc.constantFrom('cn', 'sn', 'mail', 'description', 'l')
  const values = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { minLength: 1, maxLength: 4 })
  const entry = fc.uniqueArray(fc.tuple(names, values), { selector: ([name]) => name })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
      const decoder = new EntryDecoder({ shown: new Set(['*']) })
      for (const attributes of entries) {
        const bytes = encode('CN=Ann', attributes)
        const decoded = decoder.decode(Buffer.concat([Buffer.from('xyz'), bytes]), 3, 3 + bytes.length)
        expect(decoded.attributes).toEqual(Object.fromEntries(attributes))
      }
    }),
  )
})

test('throws nothing but its own error for random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      try {
        new EntryDecoder({ shown: new Set(['*']) }).decode(Buffer.from(bytes), 0, bytes.length)
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedMessageError)
      }
    }),
  )
})
