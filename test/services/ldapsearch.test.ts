import { parseLdif } from './ldapsearch.ts'
import { peopleLdif, userDn } from './peopleLdif.ts'

test('reads folded lines, base64 and entries without attributes', () => {
  const text =
    'dn: CN=Ann,\n DC=example\nCN: Ann\nsn:: TcO8bGxlcg==\nobjectGUID:: /w==\n\n# refldap://x\n\ndn: CN=Bob\n'
  expect(parseLdif(text)).toEqual([
    {
      dn: 'CN=Ann,DC=example',
      attributes: new Map([
        ['cn', ['Ann']],
        ['sn', ['Müller']],
        ['objectguid', ['/w==']],
      ]),
    },
    { dn: 'CN=Bob', attributes: new Map() },
  ])
})

test.each(['ad', 'inetOrgPerson'] as const)('reads the made-up people as %s, equal every time', (flavour) => {
  const options = { flavour, baseDn: 'DC=example', users: 30, groups: 3 }
  const text = [...peopleLdif(options)].join('')
  expect([...peopleLdif(options)].join('')).toBe(text)
  const entries = parseLdif(text)
  expect(entries).toHaveLength(7 + 30 + 3)
  const ninth = entries.find((entry) => entry.dn === userDn(options, 9))
  expect(ninth?.attributes.get('manager')).toEqual([userDn(options, 0)])
})
