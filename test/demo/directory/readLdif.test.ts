import fc from 'fast-check'
import { readLdif } from '../../../app/demo/directory/readLdif.ts'
import { ConnectorError } from '../../../app/model/error.ts'

test('reads folded lines, comments, base64, line ends of both kinds and changetype: add', () => {
  const text = [
    'version: 1',
    '# People, a comment',
    '  that goes on',
    'dn: CN=Ann Reed,OU=Sales,',
    ' DC=corp',
    'changetype: add',
    'objectClass: top',
    'ObjectClass: user',
    'description:   A long',
    '  text',
    'sn:: TcO8bGxlcg==',
    'objectGUID:: AQIDBAUGBwgJCgsMDQ4PEA==',
    'cn;lang-de: Anna',
    'info:',
    '',
    '',
    'dn:: Q049SsO2cmcsREM9Y29ycA==',
    'mail: joerg@corp.example',
  ]
  const expected = [
    {
      dn: 'CN=Ann Reed,OU=Sales,DC=corp',
      attributes: {
        objectClass: ['top', 'user'],
        description: ['A long text'],
        sn: ['Müller'],
        objectGUID: [Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])],
        'cn;lang-de': ['Anna'],
        info: [''],
      },
    },
    { dn: 'CN=Jörg,DC=corp', attributes: { mail: ['joerg@corp.example'] } },
  ]
  expect(readLdif(text.join('\n'))).toEqual(expected)
  expect(readLdif(text.join('\r\n'))).toEqual(expected)
  expect(readLdif('')).toEqual([])
})

test.each([
  ['dn: DC=corp\nno colon', 2, 'attribute: value'],
  ['dn: DC=corp\n\nmail: a\n', 3, 'must start with "dn:"'],
  ['dn: DC=corp\nmail: a\nchangetype: delete', 3, 'changetype: add'],
  ['dn: DC=corp\nsn:: TcO8b\n Gxlcg=', 2, 'base64'],
  ['dn: DC=corp\nphoto:< file:///etc/passwd', 2, 'URL'],
  ['dn: DC=corp\n\n folded', 3, 'continues nothing'],
])('names the line of an error: %j', (text, line, message) => {
  expect.assertions(2)
  try {
    readLdif(text)
  } catch (error) {
    expect(error).toMatchObject({ side: 'settings', code: 'invalid-ldif', place: `line ${line}` })
    expect(String(error)).toContain(message)
  }
})

test('throws nothing but ConnectorError', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('dn: DC=corp', '', ' x', '#', 'sn:: AA==', 'a: b', 'version: 1', 'changetype: add'),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      try {
        readLdif(lines.join('\n'))
      } catch (error) {
        expect(error).toBeInstanceOf(ConnectorError)
      }
    }),
  )
})
