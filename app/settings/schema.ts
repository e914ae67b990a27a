import { z } from 'zod'
import { parseUriPattern } from '../avatar/pattern/parseUriPattern.ts'
import { canonicalCloudAttribute } from '../model/canonicalCloudAttribute.ts'
import { type CloudAttribute, cloudAttributes } from '../model/cloudAttribute.ts'
import { parseDn } from '../model/dn.ts'
import { ConnectorError } from '../model/error.ts'
import { trackingMethods } from '../model/watermark.ts'
import { cronProblem } from '../schedule/cronProblem.ts'
import { timeZoneProblem } from '../schedule/timeZone.ts'
import { contradictions } from './contradictions.ts'
import { countryProblem } from './countryProblem.ts'
import { languageProblem } from './languageProblem.ts'
import { organizationProblems } from './organizationProblems.ts'

const nonEmpty = z.string().trim().min(1)

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must look like https://host/path' })
  .refine((text) => !URL.canParse(text) || !hasCredentials(new URL(text)), {
    error: 'must not hold a user or password; the settings only say where a secret is found',
  })

const dn = nonEmpty.superRefine((text, context) => {
  try {
    parseDn(text)
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    context.addIssue({ code: 'custom', message: `is wrong: ${error.message}` })
  }
})

/** A secret is never in the settings file: only where to find it. */
const secret = z.union(
  [
    z.strictObject({ env: nonEmpty.describe('Name of the environment variable that holds the secret.') }),
    z.strictObject({ file: nonEmpty.describe('File that holds the secret, relative to the settings file.') }),
  ],
  { error: 'must be { env: NAME } or { file: PATH }; a secret itself never stands in the settings' },
)

const tls = z.strictObject({
  caFile: nonEmpty.optional().describe('PEM file of certificate authorities to trust besides the system store.'),
  serverName: nonEmpty.optional().describe("Name to expect in the server's certificate when it is not the host name."),
  verify: z.boolean().default(true).describe('Off only for a moment of testing: it is shown in every report.'),
  certificateFile: nonEmpty.optional().describe('PEM file of the client certificate for an EXTERNAL bind.'),
  keyFile: nonEmpty.optional().describe('PEM file of the key of the client certificate.'),
})

const bind = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('simple'),
    user: nonEmpty.describe('A DN, a user principal name or DOMAIN\\user.'),
    password: secret,
  }),
  z.strictObject({ method: z.literal('external') }),
  z.strictObject({ method: z.literal('anonymous') }),
])

const server = z
  .string()
  .regex(/^ldaps?:\/\/[^/\s]+\/?$/, { error: 'must look like ldaps://host or ldap://host:port', abort: true })
  .refine((text) => URL.canParse(text), 'must have a port between 1 and 65535 and a valid host')

const domainLabel = '[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?'
/** Short enough that the name of a service in the domain is a DNS name too; no address. */
const domain = z
  .string()
  .regex(
    new RegExp(`^(?=.{1,230}$)(?:${domainLabel}\\.)*(?!\\d+$)${domainLabel}$`),
    'must be a DNS name like corp.example.com',
  )

const directory = z
  .strictObject({
    type: z.enum(['ad-ds', 'ad-lds', 'ldap']).describe('Active Directory, AD LDS, or another LDAP directory.'),
    servers: z
      .array(server)
      .default([])
      .describe('In order of preference; the next is taken when one does not answer. May be empty with domain.'),
    domain: domain
      .optional()
      .describe('ad-ds: DNS name of the domain; its controllers are looked up in DNS and tried after the servers.'),
    startTls: z.boolean().default(false).describe('Encrypt ldap:// connections before anything is sent.'),
    tls: tls.prefault({}),
    bind,
    changeTracking: z
      .enum(['automatic', ...trackingMethods])
      .default('automatic')
      .describe('How changes are found: the best way that the directory offers, or a given one.'),
    pageSize: z.int().min(1).max(5000).default(500).describe('Entries per page; Active Directory allows 1000.'),
    timeoutSeconds: z.int().min(1).max(3600).default(60).describe('How long one request may take.'),
  })
  .superRefine((directory, context) => {
    for (const { path, message } of contradictions(directory))
      context.addIssue({ code: 'custom', path: [...path], message })
  })

const auth = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('bearer'), token: secret }),
  z.strictObject({
    method: z.literal('clientCredentials'),
    tokenUrl: webAddress.describe('Where tokens are asked for (OAuth 2.0, client credentials).'),
    clientId: nonEmpty,
    clientSecret: secret,
    scope: z.string().optional().describe('Scopes to ask for, separated by spaces.'),
  }),
])

const store = z.strictObject({
  profile: z
    .enum(['generic', 'webex'])
    .default('generic')
    .describe('generic asks the store what it can do; webex knows it beforehand.'),
  url: webAddress.describe('The base address of SCIM, without /Users.'),
  auth,
  caFile: nonEmpty.optional().describe('PEM file of certificate authorities to trust besides the system store.'),
  concurrency: z.int().min(1).max(64).default(8).describe('How many requests may be under way at once.'),
  pageSize: z.int().min(1).max(10000).default(500).describe('Resources per page; the store may give fewer.'),
  timeoutSeconds: z.int().min(1).max(3600).default(60).describe('How long one request may take.'),
  pictures: z
    .enum(['bytes', 'links'])
    .optional()
    .describe('How the store takes pictures. Left out, generic gets the bytes (as data URIs) and webex links.'),
})

const selected = (enabledByDefault: 'on' | 'off') =>
  z
    .strictObject({
      enabled: z.boolean().default(enabledByDefault === 'on'),
      filter: z.string().default('').describe('An LDAP filter that narrows the default selection of this kind.'),
    })
    .prefault({})

const attributeName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be the name of an attribute of the directory, like thumbnailPhoto')

const rooms = z
  .strictObject({
    enabled: z
      .boolean()
      .default(false)
      .describe('Identify rooms among the users: those whose msExchResourceMetaData holds ResourceType:Room.'),
    attributes: z
      .array(z.strictObject({ name: attributeName, equals: nonEmpty }))
      .default([])
      .describe('Further attributes that identify a room, each by itself; values are compared without case.'),
  })
  .prefault({})

export const groupTypes = ['security', 'distribution'] as const

const groups = z
  .strictObject({
    enabled: z.boolean().default(false),
    types: z
      .array(z.enum(groupTypes))
      .min(1)
      .default(['security'])
      .describe('Which groups of Active Directory: security groups, distribution groups, or both.'),
    filter: z.string().default('').describe('An LDAP filter that narrows the default selection of this kind.'),
  })
  .prefault({})

const selection = z.strictObject({
  baseDns: z.array(dn).min(1).describe('Containers to read, with all below them.'),
  excludeDns: z.array(dn).default([]).describe('Containers below them to leave out.'),
  users: selected('on'),
  rooms,
  groups,
  contacts: selected('off'),
})

const limit = z
  .strictObject({
    percent: z.number().min(0).max(100).default(5).describe('Share of the linked objects of this kind.'),
    atLeast: z.int().min(0).default(3).describe('The limit is never lower than this.'),
    atMost: z.int().min(0).default(500).describe('The limit is never higher than this.'),
  })
  .refine(({ atLeast, atMost }) => atLeast <= atMost, { path: ['atLeast'], error: 'must not be more than atMost' })
  .prefault({})
const limits = z.strictObject({ users: limit, rooms: limit, groups: limit, contacts: limit, avatars: limit })

const guards = z
  .strictObject({
    deletions: limits.prefault({}),
    creates: limits.optional().describe('Off unless given.'),
    updates: limits.optional().describe('Off unless given.'),
    protected: z.array(nonEmpty).default([]).describe('uids or DNs that are never made inactive or deleted.'),
  })
  .prefault({})

/** Text that a check has nothing against; the check gives the problem as the end of a sentence. */
const checked = (problem: (text: string) => string | null) =>
  nonEmpty.superRefine((text, context) => {
    const message = problem(text)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })
const cron = checked(cronProblem)

const schedule = z
  .strictObject({
    incremental: cron
      .nullable()
      .default('0 */4 * * *')
      .describe('When to sync what changed: minute, hour, day of month, month, week day. null for never.'),
    full: cron
      .nullable()
      .default(null)
      .describe('When to read everything again, like "0 2 * * 6" for Saturdays at 02:00. null for never.'),
    timeZone: checked(timeZoneProblem)
      .optional()
      .describe("Time zone of these times, like Europe/Berlin. The machine's when left out."),
  })
  .prefault({})

const namePart = z.string().min(1)

const organization = z
  .strictObject({
    shared: z
      .boolean()
      .default(false)
      .describe('Whether connectors of other domains feed the same store. Every domain must be ad-ds.'),
    country: checked(countryProblem)
      .optional()
      .describe('Country (ISO 3166, two letters) by which telephone numbers of people without one are read, like DE.'),
    language: checked(languageProblem)
      .optional()
      .describe('Language with its country, like de-DE, that people get whose preferredLanguage is none.'),
    otherDomains: z
      .array(
        z.strictObject({
          name: domain,
          uidEndings: z
            .array(namePart)
            .default([])
            .describe('Who has such a uid belongs to that domain, like "@emea.example.com".'),
          groupBeginnings: z
            .array(namePart)
            .default([])
            .describe('Groups whose name begins so belong to that domain, like "EMEA ".'),
        }),
      )
      .default([])
      .describe('How the resources of other domains are known where the store keeps no mark of their domain.'),
  })
  .prefault({})

const uriPattern = nonEmpty.superRefine((text, context) => {
  try {
    parseUriPattern(text)
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    context.addIssue({ code: 'custom', message: `cannot be used: ${error.message} ${error.remedy}` })
  }
})

const credential = z.strictObject({
  user: nonEmpty.regex(/^[^:]*$/, 'must not hold a colon, which basic authentication does not allow'),
  password: secret,
})

const avatarEnabled = z.boolean().default(false).describe('Whether pictures are sent; `avatar test` works without.')

const avatar = z.discriminatedUnion('source', [
  z.strictObject({
    enabled: avatarEnabled,
    source: z.literal('attribute'),
    attribute: attributeName.default('thumbnailPhoto').describe('Attribute that holds the picture itself.'),
  }),
  z.strictObject({
    enabled: avatarEnabled,
    source: z.literal('server'),
    pattern: uriPattern.describe(
      'Address of a picture, like https://www.example.com/photo/{mail: .*?(?=@)}.jpg: {attribute: regular expression} ' +
        'becomes what the expression matches, {attribute} the whole value. The language is RE2, with a look-ahead at the end.',
    ),
    credential: credential.optional().describe('User and password for that server alone (basic authentication).'),
    allowPrivateAddresses: z
      .boolean()
      .default(false)
      .describe('Whether the server may have an address of a private network, of this machine, or a link-local one.'),
    reachableFromStore: z
      .boolean()
      .default(false)
      .describe('Whether the store can read these addresses too: a store that takes only links gets them only then.'),
  }),
])

const updates = z
  .strictObject({
    automatic: z
      .boolean()
      .default(false)
      .describe(
        'Whether the desktop program installs a newer version when it quits, where its signature can be verified. Off, it ' +
          'only tells that there is one.',
      ),
  })
  .prefault({})

/** Every name that a row may have: `;type=` and `;type-` are the same thing (DC-20). */
const rowName = z.enum([...cloudAttributes, 'emails;type=work', 'sipAddresses;type-enterprise'])

const mapping = z
  .partialRecord(rowName, z.string().nullable())
  .transform((rows, context) => {
    const canonical: Partial<Record<CloudAttribute, string | null>> = {}
    for (const [name, expression] of Object.entries(rows)) {
      const attribute = canonicalCloudAttribute(name)
      if (attribute === null) continue
      if (attribute in canonical) {
        context.addIssue({
          code: 'custom',
          path: [name],
          message: `${attribute} stands here twice, in two spellings; keep one`,
        })
      }
      canonical[attribute] = expression
    }
    return canonical
  })
  .pipe(z.partialRecord(z.enum(cloudAttributes), z.string().nullable()))
  .default({})
  .describe('Cloud attribute to expression. What is not named keeps its default; null switches an attribute off.')

/** Version 1 of the settings file. The names are a contract with every file an administrator keeps. */
export const settingsSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this file format.'),
    name: nonEmpty.max(100).describe('Name of this connector in reports.'),
    directory: directory.describe('Where people and groups are read.'),
    store: store.describe('The identity store in the cloud that is kept equal (SCIM 2.0).'),
    selection: selection.describe('Which entries of the directory should exist in the store.'),
    mapping,
    guards: guards.describe('A plan that would change more than this halts and waits for a person.'),
    mismatched: z
      .enum(['retain', 'delete'])
      .default('retain')
      .describe('What happens to objects in the store that no entry of the directory accounts for.'),
    softDeleteDays: z
      .int()
      .min(0)
      .max(365)
      .default(7)
      .describe('Days between making a vanished user inactive and deleting the user.'),
    organization: organization.describe(
      'What holds for the whole organization, and whether other domains feed the same store.',
    ),
    schedule: schedule.describe('When to sync in automatic mode. A day of month and a week day must both fit.'),
    avatar: avatar.optional().describe('Where pictures of people are found, and whether they are sent to the store.'),
    updates: updates.describe('How the desktop program comes to newer versions of itself.'),
  })
  .superRefine(({ organization, directory }, context) => {
    for (const { path, message } of organizationProblems(organization, directory))
      context.addIssue({ code: 'custom', path: ['organization', ...path], message })
  })

function hasCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== ''
}

/** Complete settings: every default filled in. */
export type Settings = z.output<typeof settingsSchema>
/** Settings as an administrator writes them. */
export type SettingsInput = z.input<typeof settingsSchema>
export type SecretReference = z.output<typeof secret>
export type DirectorySettings = Settings['directory']
export type StoreSettings = Settings['store']
export type SelectionSettings = Settings['selection']
export type MappingSettings = Settings['mapping']
export type OrganizationSettings = Settings['organization']
export type GuardSettings = Settings['guards']
export type RoomSettings = SelectionSettings['rooms']
export type AvatarSettings = NonNullable<Settings['avatar']>
export type Limit = z.output<typeof limit>
