import fc from 'fast-check'
import { type Settings, type SettingsInput, settingsSchema } from '../../app/settings/schema.ts'

const text = fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }).filter((value) => value.trim() !== '')
const name = fc.oneof(
  text,
  fc.constantFrom('yes', 'null', '~', '007', '1e3', '- a', '# b', 'a: b', '"', "'", '*a', '2026-01-01'),
)
const secret = fc.oneof(fc.record({ env: name }), fc.record({ file: name }))
const dn = fc.constantFrom('DC=corp,DC=example', 'OU=Köln\\, Süd,DC=corp', 'ou=人事,dc=example', 'CN=a\\#b,DC=corp')
const host = fc.constantFrom('dc1.corp.example.com', '10.0.0.1:1636', '[::1]', 'dc1')
const url = fc.constantFrom(
  'https://identity.example.com/scim/v2',
  'http://127.0.0.1:8080/scim/v2',
  'https://a.example/',
)

const limit = fc
  .record({ percent: fc.double({ min: 0, max: 100, noNaN: true }), bounds: fc.tuple(fc.nat(2000), fc.nat(2000)) })
  .map(({ percent, bounds: [one, other] }) => ({
    percent: percent === 0 ? 0 : percent,
    atLeast: Math.min(one, other),
    atMost: Math.max(one, other),
  }))
const limits = fc.record({ users: limit, groups: limit })

const listedDirectory = fc
  .record({
    type: fc.constantFrom('ad-ds' as const, 'ad-lds' as const, 'ldap' as const),
    hosts: fc.array(host, { minLength: 1, maxLength: 3 }),
    connection: fc.constantFrom('ldaps', 'ldap', 'startTls'),
    tls: fc.record({ caFile: name, serverName: name, verify: fc.boolean() }, { requiredKeys: ['verify'] }),
    bind: fc.oneof(
      fc.record({ method: fc.constant('simple' as const), user: name, password: secret }),
      fc.record({ method: fc.constant('anonymous' as const) }),
    ),
    pageSize: fc.integer({ min: 1, max: 5000 }),
    timeoutSeconds: fc.integer({ min: 1, max: 3600 }),
  })
  .map(({ hosts, connection, ...rest }) => ({
    ...rest,
    servers: hosts.map((one) => `${connection === 'ldaps' ? 'ldaps' : 'ldap'}://${one}`),
    startTls: connection === 'startTls',
  }))
const directory = fc.oneof(
  listedDirectory,
  fc
    .tuple(listedDirectory, fc.constantFrom('corp.example.com', 'CORP', 'a-b.c_d.123.local'), fc.boolean())
    .map(([one, domain, isListed]) => ({
      ...one,
      type: 'ad-ds' as const,
      domain,
      servers: isListed ? one.servers : [],
    })),
)

const store = fc.record(
  {
    profile: fc.constantFrom('generic' as const, 'webex' as const),
    url,
    auth: fc.oneof(
      fc.record({ method: fc.constant('bearer' as const), token: secret }),
      fc.record(
        {
          method: fc.constant('clientCredentials' as const),
          tokenUrl: url,
          clientId: name,
          clientSecret: secret,
          scope: text,
        },
        { requiredKeys: ['method', 'tokenUrl', 'clientId', 'clientSecret'] },
      ),
    ),
    caFile: name,
    concurrency: fc.integer({ min: 1, max: 64 }),
  },
  { requiredKeys: ['profile', 'url', 'auth'] },
)

const selected = fc.record({ enabled: fc.boolean(), filter: fc.oneof(fc.constant('(&(mail=*)(!(sn=x)))'), text) })

const avatar = fc.oneof(
  fc.record({ source: fc.constant('attribute' as const), attribute: fc.constantFrom('thumbnailPhoto', 'jpegPhoto') }),
  fc.record(
    {
      source: fc.constant('server' as const),
      pattern: fc.constantFrom('https://a.example/{mail: .*?(?=@.*)}.jpg', 'http://a.example/?of={uid}'),
      credential: fc.record({ user: fc.constantFrom('pictures', 'CORP\\svc'), password: secret }),
      allowPrivateAddresses: fc.boolean(),
    },
    { requiredKeys: ['source', 'pattern'] },
  ),
)

const withoutAvatar: fc.Arbitrary<SettingsInput> = fc.record({
  version: fc.constant(1 as const),
  name,
  directory,
  store,
  selection: fc.record({
    baseDns: fc.array(dn, { minLength: 1, maxLength: 3 }),
    excludeDns: fc.array(dn, { maxLength: 2 }),
    users: selected,
    groups: selected,
  }),
  mapping: fc.record(
    {
      title: fc.constant(null),
      uid: fc.constantFrom('mail', 'mail | userPrincipalName'),
      displayName: fc.constantFrom('givenName + " " + sn | displayName', '"#: " + cn'),
      'emails;type-work': fc.constant('userPrincipalName'),
    },
    { requiredKeys: [] },
  ),
  guards: fc.record(
    { deletions: limits, creates: limits, updates: limits, protected: fc.array(name, { maxLength: 3 }) },
    { requiredKeys: ['deletions', 'protected'] },
  ),
  mismatched: fc.constantFrom('retain' as const, 'delete' as const),
  softDeleteDays: fc.integer({ min: 0, max: 365 }),
  organization: fc.constantFrom(
    { shared: false },
    { shared: true },
    { country: 'DE', language: 'de-DE' },
    { shared: true, language: 'zh-TW' },
    { shared: true, otherDomains: [{ name: 'emea.example.com', uidEndings: ['@emea.example.com'] }] },
  ),
  schedule: fc.record(
    {
      incremental: fc.constantFrom('0 */4 * * *', '@hourly', null),
      full: fc.constantFrom('0 2 * * 6', '30 1 L * *', null),
      timeZone: fc.constantFrom('Europe/Berlin', 'UTC'),
    },
    { requiredKeys: [] },
  ),
})
const input: fc.Arbitrary<SettingsInput> = fc
  .tuple(withoutAvatar, fc.option(avatar))
  .map(([one, avatar]) => (avatar === null ? one : { ...one, avatar }))

/** Any settings that `parseSettings` accepts. */
export const anySettings: fc.Arbitrary<Settings> = input.map((one) => {
  const { organization, ...others } = one
  return settingsSchema.parse(one.directory.type === 'ad-ds' ? one : others)
})
