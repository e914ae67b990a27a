import fc from 'fast-check'
import { fillPattern } from '../../../app/avatar/pattern/fillPattern.ts'
import { parseUriPattern } from '../../../app/avatar/pattern/parseUriPattern.ts'
import type { Attributes } from '../../../app/model/entry.ts'

const fill = (pattern: string, attributes: Attributes) => fillPattern(parseUriPattern(pattern), attributes)
const filled = (uri: string) => ({ kind: 'filled', uri })

describe('a URI pattern', () => {
  test.each([
    [
      'http://www.example.com/dir/photo/zoom/{mail: .*?(?=@.*)}.jpg',
      { mail: ['jane.doe@example.com'] },
      'http://www.example.com/dir/photo/zoom/jane.doe.jpg',
    ],
    ['https://h:8443/{uid}', { uid: ['007'] }, 'https://h:8443/007'],
    ['https://h/{ uid }/{UID:.}', { uid: ['007'] }, 'https://h/007/0'],
    ['https://h/{a:[^@}]+}/%7B{b}', { a: ['x}y'], b: ['z'] }, 'https://h/x/%7Bz'],
    [
      'https://h/p?name={cn}&size=96',
      { cn: ['Ann & Bob=1/2 #3 ü'] },
      'https://h/p?name=Ann%20%26%20Bob%3D1%2F2%20%233%20%C3%BC&size=96',
    ],
    ['https://h/{proxyAddresses:[^:]+(?=@x)}', { proxyaddresses: ['smtp:a@y', 'smtp:b@x'] }, 'https://h/b'],
    ['https://h/{a}', { a: ['%2e%2e'] }, 'https://h/%252e%252e'],
    ['https://h/{a}', { a: ['https://evil.test/'] }, 'https://h/https%3A%2F%2Fevil.test%2F'],
  ] as const)('%s', (pattern, attributes, uri) => {
    expect(fill(pattern, attributes)).toEqual(filled(uri))
  })

  test.each([
    ['no-value', 'https://h/{a}', {}],
    ['no-value', 'https://h/{a}', { a: [''] }],
    ['no-match', 'https://h/{a:x}', { a: ['y'] }],
    ['no-match', 'https://h/{a:x*}', { a: ['y'] }],
    ['unsafe-value', 'https://h/photo/{a}', { a: ['..'] }],
    ['unsafe-value', 'https://h/photo/{a}/x', { a: ['.'] }],
    ['unsafe-value', 'https://h/%2e{a}/x', { a: ['.'] }],
    ['unsafe-value', 'https://h/{a:.}{b:.}', { a: ['.'], b: ['.'] }],
    ['unsafe-value', 'https://h/{a}', { a: ['\ud800'] }],
    ['unsafe-value', 'https://h/{a}', { a: ['x'.repeat(2001)] }],
  ] as ReadonlyArray<readonly [string, string, Attributes]>)(
    'is refused (%s): %s with %j',
    (code, pattern, attributes) => {
      const outcome = fill(pattern, attributes)
      expect(outcome).toMatchObject({
        kind: 'refused',
        problem: { side: 'directory', code, place: pattern, remedy: expect.stringMatching(/.\.$/) },
      })
    },
  )

  test('no value leads to another server, folder or parameter', () => {
    const unit = fc.oneof(
      fc.constantFrom('/', '\\', '.', '%2e', '?', '#', '@', ':', '&', '=', '\t', '\n'),
      fc.string({ maxLength: 2 }),
    )
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 12 }).filter((value) => value !== ''),
        (value) => {
          const outcome = fill('https://h.test/photo/{a}/x.jpg?b={a}&c=1', { a: [value] })
          if (outcome.kind === 'refused') return expect(['.', '..']).toContain(value)
          const { host, pathname, searchParams, hash, username } = new URL(outcome.uri)
          expect([host, username, hash]).toEqual(['h.test', '', ''])
          const [, photo, person = '', file, ...more] = pathname.split('/')
          expect([photo, decodeURIComponent(person), file, more]).toEqual(['photo', value, 'x.jpg', []])
          expect([...searchParams]).toEqual([
            ['b', value],
            ['c', '1'],
          ])
        },
      ),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['ftp://h/{a}', 1],
    ['www.example.com/{a}', 1],
    ['https://{a}/x', 9],
    ['https://h.{a}', 11],
    ['https://user:secret@h/{a}', 9],
    ['https://h:99999/{a}', 9],
    ['https:///{a}', 9],
    ['https://h/a b{a}', 12],
    ['https://h/{a}#b', 14],
    ['https://h\\{a}', 10],
    ['https://h/a}{a}', 12],
    ['https://h/{}', 11],
    ['https://h/{a', 11],
    ['https://h/{a;b}', 11],
    ['https://h/a', 12],
    ['https://h/../{a}', 1],
    [`https://h/{a}${'x'.repeat(4000)}`, 4001],
  ])('%s is refused at position %i', (pattern, position) => {
    expect(() => parseUriPattern(pattern)).toThrow(
      expect.objectContaining({
        side: 'settings',
        code: 'invalid-pattern',
        place: `position ${position}`,
        message: expect.stringMatching(new RegExp(`^The pattern is wrong at position ${position}: .*\\.$`)),
        remedy: expect.stringMatching(/.\.$/),
      }),
    )
  })

  test('a password in a pattern does not stand in the message', () => {
    expect(() => parseUriPattern('https://user:hunter2@h/{a}')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    )
  })

  test('says which attributes it needs, each once', () => {
    expect(parseUriPattern('https://h/{mail}/{cn}/{Mail:x}').attributes).toEqual(['mail', 'cn'])
  })
})
