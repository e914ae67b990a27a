import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { ConnectorError } from '../../app/model/error.ts'
import { parseSettings } from '../../app/settings/parseSettings.ts'
import { shortestText, textWith } from './exampleSettings.ts'

function failure(text: string): ConnectorError {
  try {
    parseSettings(text, 'hq.yaml')
  } catch (error) {
    if (error instanceof ConnectorError) return error
    throw error
  }
  throw new Error('The settings were accepted')
}

describe('parseSettings', () => {
  test('fills in every default', () => {
    expect(parseSettings(shortestText, 'hq.yaml')).toMatchObject({
      directory: { startTls: false, tls: { verify: true }, pageSize: 500, timeoutSeconds: 60 },
      store: { profile: 'generic', concurrency: 8, pageSize: 500 },
      selection: { excludeDns: [], users: { enabled: true, filter: '' }, groups: { enabled: false, filter: '' } },
      guards: {
        deletions: {
          users: { percent: 5, atLeast: 3, atMost: 500 },
          groups: { percent: 5, atLeast: 3, atMost: 500 },
        },
        protected: [],
      },
      mismatched: 'retain',
      softDeleteDays: 7,
    })
  })

  test('accepts the example that is shipped', async () => {
    const text = await readFile('resources/settings.example.yaml', 'utf8')
    expect(parseSettings(text, 'settings.example.yaml').name).toBe('hq')
  })

  test('accepts a file with a byte order mark and Windows line ends', () => {
    expect(parseSettings(`\uFEFF${shortestText.replaceAll('\n', '\r\n')}`, 'hq.yaml').name).toBe('hq')
  })

  test('names an unknown key with its place, its line and the key that was meant', () => {
    const error = failure(textWith('type: ad-ds', 'type: ad-ds\n  tls: { verfy: true }'))
    expect(error).toMatchObject({ side: 'settings', code: 'invalid-settings', place: 'hq.yaml, line 5' })
    expect(error.message).toBe(
      'hq.yaml cannot be used: line 5: directory.tls.verfy is not a setting; did you mean verify?',
    )
  })

  test('lists what is known where an unknown key resembles nothing', () => {
    expect(failure(textWith('type: ad-ds', 'type: ad-ds\n  tls: { kerberos: true }')).message).toContain(
      'directory.tls.kerberos is not a setting; known here: caFile, serverName, verify, certificateFile, keyFile.',
    )
  })

  test('lists every problem of a file at once, in file order', () => {
    const error = failure(`version: 1
name: hq
name: hq2
directory:
  type: ad
  servers: ["ldap://dc1", "ldap://dc2:99999"]
  bind: { method: simple, user: svc, password: hunter2 }
  pageSize: 0
  startTls: yes
store:
  url: ftp://identity.example.com
  auth: { method: bearer, token: { envv: STORE_TOKEN } }
selection:
  baseDns: ["somewhere"]
  users: { enabled: }
guards:
  deletions:
    users: { percent: 101, atLeast: 1.5 }
    groups: { atLeast: 9, atMost: 3 }
mismatched: retian
softDeleteDays: "7"
color: red
`)
    expect(error.place).toBe('hq.yaml')
    expect(error.message.split('\n')).toEqual([
      'hq.yaml cannot be used, 16 problems:',
      '  line 3: name stands twice; it is already on line 2.',
      '  line 5: directory.type must be one of ad-ds, ad-lds, ldap.',
      '  line 6: directory.servers[1] must have a port between 1 and 65535 and a valid host.',
      '  line 7: directory.bind.password must be { env: NAME } or { file: PATH }; a secret itself never stands in the settings.',
      '  line 8: directory.pageSize must be at least 1.',
      '  line 9: directory.startTls must be true or false, not text.',
      '  line 11: store.url must look like https://host/path.',
      '  line 12: store.auth.token must be { env: NAME } or { file: PATH }; a secret itself never stands in the settings.',
      expect.stringContaining('  line 14: selection.baseDns[0] is wrong: "somewhere" is not a DN'),
      '  line 15: selection.users.enabled must be true or false, not empty.',
      '  line 18: guards.deletions.users.percent must be at most 100.',
      '  line 18: guards.deletions.users.atLeast must be a whole number, not a fraction.',
      '  line 19: guards.deletions.groups.atLeast must not be more than atMost.',
      '  line 20: mismatched must be one of retain, delete; did you mean retain?',
      '  line 21: softDeleteDays must be a number, not text.',
      expect.stringContaining('  line 22: color is not a setting'),
    ])
  })

  test.each([
    [
      'organization: { shared: true }',
      'type: ldap',
      'organization.shared must be false with directory.type ldap: where several domains feed one organization, every domain must be ad-ds.',
    ],
    [
      'organization: { otherDomains: [{ name: emea.example.com, uidEndings: ["@emea.example.com"] }] }',
      'type: ad-ds',
      'organization.otherDomains has no effect while organization.shared is false: set that to true, or leave the domains out.',
    ],
    [
      'organization: { shared: true, otherDomains: [{ name: emea.example.com }] }',
      'type: ad-ds',
      'organization.otherDomains[0] must have uidEndings or groupBeginnings: what bears a mark needs no entry here.',
    ],
    [
      'organization: { country: Germany }',
      'type: ad-ds',
      'organization.country must be an ISO 3166 country code of two capital letters, like DE.',
    ],
    [
      'organization: { language: de_DE }',
      'type: ldap',
      'organization.language must be a language with its country, like de-DE.',
    ],
    [
      'organization: { language: german }',
      'type: ldap',
      'organization.language must be a language with its country, like en-US.',
    ],
  ])('refuses %s with %s', (organization, type, message) => {
    const text = textWith('type: ad-ds', type)
    expect(failure(`${text}${organization}\n`).message).toBe(`hq.yaml cannot be used: line 12: ${message}`)
  })

  test('never repeats a secret that was written into the file', () => {
    const error = failure(textWith('{ env: DIRECTORY_PASSWORD }', 'hunter2'))
    expect(`${error.message} ${error.remedy} ${error.place}`).not.toContain('hunter2')
  })

  test('names what is missing under the section where it belongs', () => {
    const error = failure(textWith('  url: https://identity.example.com/scim/v2\n', ''))
    expect(error.message).toBe('hq.yaml cannot be used: line 7: store.url is missing.')
  })

  test.each([
    ['a list without an end', 'version: 1\nname: [a', 'hq.yaml, line 2, column 9'],
    ['a tab as indentation', 'directory:\n\ttype: ldap', 'hq.yaml, line 2, column 1'],
    ['a quote without an end', 'name: "hq', 'hq.yaml, line 1, column 10'],
    ['a second document', 'version: 1\n---\nversion: 1\n', 'hq.yaml, line 2, column 1'],
    ['a tag', 'name: !secret hq', 'hq.yaml, line 1, column 7'],
  ])('gives line and column of %s', (_, text, place) => {
    expect(failure(text)).toMatchObject({ side: 'settings', code: 'not-yaml', place })
  })

  test('explains a value that YAML takes for an alias', () => {
    expect(failure('name: *hq')).toMatchObject({ code: 'not-yaml', remedy: expect.stringContaining('quotes') })
  })

  test('says that an empty file is empty', () => {
    expect(failure('# nothing yet\n').message).toContain('the file is empty')
  })

  test('asks for a newer connector when the file is of a later version, whatever else it holds', () => {
    expect(failure('version: 2\nlanes: []\n')).toMatchObject({
      side: 'settings',
      code: 'newer-version',
      message: 'hq.yaml has version 2; this connector knows version 1.',
      remedy: expect.stringContaining('Install the newer version'),
    })
  })

  test.each([
    [
      'mixed schemes',
      'servers: ["ldaps://dc1.corp.example.com"]',
      'servers: ["ldaps://a", "ldap://b"]',
      'must all be ldaps:// or all ldap://: 1 of 2',
    ],
    ['StartTLS with ldaps://', 'type: ad-ds', 'type: ad-ds\n  startTls: true', 'directory.startTls must be false'],
    [
      'a certificate without a key',
      'type: ad-ds',
      'type: ad-ds\n  tls: { certificateFile: c.pem }',
      'keyFile is missing',
    ],
    [
      'a key without a certificate',
      'type: ad-ds',
      'type: ad-ds\n  tls: { keyFile: k.pem }',
      'certificateFile is missing',
    ],
    ['a store address with a password', 'https://identity', 'https://a:b@identity', 'must not hold a user or password'],
  ])('refuses %s', (_, part, replacement, message) => {
    expect(failure(textWith(part, replacement)).message).toContain(message)
  })

  test('accepts a domain instead of servers, and beside them', () => {
    const { directory } = parseSettings(
      textWith('servers: ["ldaps://dc1.corp.example.com"]', 'domain: corp.example.com'),
      'hq.yaml',
    )
    expect(directory).toMatchObject({ servers: [], domain: 'corp.example.com' })
    const both = parseSettings(textWith('type: ad-ds', 'type: ad-ds\n  domain: corp.example.com'), 'hq.yaml')
    expect(both.directory).toMatchObject({ servers: ['ldaps://dc1.corp.example.com'], domain: 'corp.example.com' })
  })

  test.each(['\n', 'servers: []\n'])('refuses a directory with neither servers nor domain (%j)', (replacement) => {
    const { message } = failure(textWith('servers: ["ldaps://dc1.corp.example.com"]\n', replacement))
    expect(message).toContain('directory.servers must name at least one, or (with type ad-ds) directory.domain')
  })

  test.each(['ad-lds', 'ldap'])('refuses a domain with type %s', (type) => {
    const { message } = failure(textWith('type: ad-ds', `type: ${type}\n  domain: corp.example.com`))
    expect(message).toContain(`line 5: directory.domain needs type ad-ds, not ${type}`)
  })

  test.each([
    'ldaps://corp.example.com',
    '10.0.0.1',
    'corp..example',
    '-corp',
    'corp.',
    'a b',
    `${'a'.repeat(64)}.com`,
    '',
  ])('refuses the domain %j', (domain) => {
    const { message } = failure(textWith('type: ad-ds', `type: ad-ds\n  domain: "${domain}"`))
    expect(message).toContain('directory.domain must be a DNS name like corp.example.com')
  })

  test('refuses an external bind without a certificate and without TLS, naming both', () => {
    const text = shortestText
      .replace(/bind: .*/, 'bind: { method: external }')
      .replace('ldaps://dc1.corp.example.com', 'ldap://dc1.corp.example.com')
    const { message } = failure(text)
    expect(message).toContain('external needs directory.tls.certificateFile and directory.tls.keyFile')
    expect(message).toContain('external needs TLS')
  })

  test('accepts an external bind with certificate, key and StartTLS', () => {
    const text = shortestText
      .replace(/bind: .*/, 'bind: { method: external }\n  startTls: true\n  tls: { certificateFile: c, keyFile: k }')
      .replace('ldaps://', 'ldap://')
    expect(parseSettings(text, 'hq.yaml').directory.bind).toEqual({ method: 'external' })
  })

  test('accepts an external bind with a domain, whose controllers are reached over LDAPS', () => {
    const text = shortestText
      .replace(/bind: .*/, 'bind: { method: external }\n  tls: { certificateFile: c, keyFile: k }')
      .replace('servers: ["ldaps://dc1.corp.example.com"]', 'domain: corp.example.com')
    expect(parseSettings(text, 'hq.yaml').directory.bind).toEqual({ method: 'external' })
  })

  test('throws nothing but a ConnectorError of side settings, whatever it reads', () => {
    const lines = shortestText.split('\n')
    const damaged = fc
      .array(fc.oneof(fc.constantFrom(...lines), fc.string({ maxLength: 20 })), { maxLength: 14 })
      .map((some) => some.join('\n'))
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string({ unit: 'binary' })), (text) => {
        try {
          parseSettings(text, 'hq.yaml')
        } catch (error) {
          expect(error).toBeInstanceOf(ConnectorError)
          expect(error).toMatchObject({ side: 'settings' })
        }
      }),
    )
  })
})
