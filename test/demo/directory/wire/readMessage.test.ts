import fc from 'fast-check'
import { FilterParser, PagedResultsControl, SearchRequest } from 'ldapts'
import { MessageFramer } from '../../../../app/demo/directory/wire/messageFramer.ts'
import { readMessage } from '../../../../app/demo/directory/wire/readMessage.ts'
import { formatFilter } from '../../../../app/selection/filter/formatFilter.ts'

const filter = '(&(cn=Ann)(!(sn=a*b*c))(|(x>=1)(y<=2)(z~=3)(mail=*))(uac:1.2.840.113556.1.4.803:=2))'
const search = new SearchRequest({
  messageId: 7,
  baseDN: 'DC=corp',
  scope: 'one',
  sizeLimit: 5,
  timeLimit: 0,
  filter: FilterParser.parseString(filter),
  attributes: ['cn', 'member;range=0-*'],
  controls: [new PagedResultsControl({ value: { size: 500, cookie: Buffer.from([0, 255]) } })],
}).write()

test('reads a search request with its filter and paging', () => {
  const { messageId, request } = readMessage(Buffer.from(search))
  expect(messageId).toBe(7)
  expect(request).toMatchObject({
    kind: 'search',
    baseDn: 'DC=corp',
    scope: 'one',
    sizeLimit: 5,
    attributes: ['cn', 'member;range=0-*'],
    paged: { size: 500, cookie: '\0ÿ' },
  })
  expect(request.kind === 'search' && formatFilter(request.filter)).toBe(filter)
})

test('finds the messages in a stream, however it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (sizes) => {
      const stream = Buffer.concat([search, search, search])
      const framer = new MessageFramer()
      const messages: Buffer[] = []
      for (let at = 0, turn = 0; at < stream.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1
        messages.push(...framer.push(stream.subarray(at, at + size)))
        at += size
      }
      expect(messages.map((message) => message.equals(search))).toEqual([true, true, true])
    }),
  )
})

test('ends, with a message or an error, whatever the bytes are', () => {
  const damage = fc.array(fc.tuple(fc.nat(search.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(damage, (changes) => {
      const bytes = Buffer.from(search)
      for (const [at, value] of changes) bytes.writeUInt8(value, at)
      try {
        readMessage(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
        expect(error).not.toBeInstanceOf(RangeError)
      }
    }),
    { numRuns: 3000 },
  )
})
