import { settingsWarnings } from '../../app/settings/settingsWarnings.ts'
import { settingsWith } from './exampleSettings.ts'

function warnings(part: string, replacement: string): readonly string[] {
  const findings = settingsWarnings(settingsWith(part, replacement))
  for (const finding of findings) {
    expect(finding).toMatchObject({ level: 'warning', side: 'settings' })
    expect(finding.remedy).not.toBe('')
  }
  return findings.map(({ subject, message }) => `${subject}: ${message}`)
}

describe('settingsWarnings', () => {
  test('has nothing to say of safe settings', () => {
    expect(warnings('name: hq', 'name: safe')).toEqual([])
  })

  test('names the risk of a simple bind without encryption', () => {
    expect(warnings('ldaps://', 'ldap://')).toEqual([
      'directory.servers: The connection is not encrypted. The password of the bind and every entry cross the network readable by anyone on the way.',
    ])
  })

  test('says that a CA file is of no use without encryption', () => {
    expect(warnings('servers: ["ldaps://', 'tls: { caFile: ca.pem }\n  servers: ["ldap://')).toContain(
      'directory.tls: Without encryption caFile has no effect.',
    )
  })

  test('is content with StartTLS', () => {
    expect(warnings('servers: ["ldaps://', 'startTls: true\n  servers: ["ldap://')).toEqual([])
  })

  test('names the risk of a certificate that is not verified', () => {
    expect(warnings('type: ad-ds', 'type: ad-ds\n  tls: { verify: false }')).toEqual([
      expect.stringContaining('directory.tls.verify: The certificate of the directory is not verified'),
    ])
  })

  test.each([
    ['https://identity.example.com', 'http://identity.example.com', 1],
    ['https://identity.example.com', 'http://127.0.0.1:8080', 0],
    ['https://identity.example.com', 'http://[::1]:8080', 0],
    ['https://identity.example.com', 'http://localhost:8080', 0],
  ])('%s as %s gives %d warnings of a token on an open road', (part, replacement, count) => {
    expect(warnings(part, replacement)).toHaveLength(count)
  })

  test('warns of a token end point on an open road', () => {
    const auth = '{ method: clientCredentials, tokenUrl: "http://a.example/t", clientId: c, clientSecret: { env: S } }'
    expect(warnings('{ method: bearer, token: { env: STORE_TOKEN } }', auth)).toEqual([
      expect.stringContaining('store.auth.tokenUrl'),
    ])
  })

  test('warns when nothing is selected', () => {
    expect(warnings('baseDns:', 'users: { enabled: false }\n  baseDns:')).toEqual([
      expect.stringContaining('Neither users, rooms, groups nor contacts'),
    ])
  })

  test.each(['groups', 'contacts'])('is content with %s alone', (kind) => {
    expect(warnings('baseDns:', `users: { enabled: false }\n  ${kind}: { enabled: true }\n  baseDns:`)).toEqual([])
  })

  test('says what rooms without users are', () => {
    const rooms = 'users: { enabled: false }\n  rooms: { enabled: true }\n  baseDns:'
    expect(warnings('baseDns:', rooms)).toEqual([expect.stringMatching(/^selection.rooms: Rooms are .* without users/)])
    expect(warnings('baseDns:', 'rooms: { enabled: true }\n  baseDns:')).toEqual([])
  })

  test('says that attributes of rooms have no effect while rooms are off', () => {
    expect(warnings('baseDns:', 'rooms: { attributes: [{ name: l, equals: x }] }\n  baseDns:')).toEqual([
      expect.stringContaining('selection.rooms.attributes'),
    ])
  })

  test('warns of an exclusion that lies below no base, however the DNs are spelled', () => {
    expect(
      warnings('baseDns:', 'excludeDns: ["ou=x, dc=CORP,dc=example,dc=com", "OU=y,DC=other"]\n  baseDns:'),
    ).toEqual(['selection.excludeDns: "OU=y,DC=other" lies below no base DN: leaving it out has no effect.'])
  })

  test('warns of a password for pictures that is not encrypted on the way', () => {
    const avatar = (url: string) =>
      warnings(
        'name: hq',
        `name: hq\navatar: { source: server, pattern: "${url}/{mail}", credential: { user: a, password: { env: P } } }`,
      )
    expect(avatar('http://pictures.example.com')).toEqual([
      'avatar.pattern: The password of avatar.credential crosses the network readable by anyone on the way.',
    ])
    expect(avatar('https://pictures.example.com')).toEqual([])
    expect(avatar('http://127.0.0.1:8080')).toEqual([])
  })
})
