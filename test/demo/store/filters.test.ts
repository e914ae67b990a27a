import { type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
let bossId: string
let teamId: string
beforeAll(async () => {
  client = await startClient()
  bossId = await client.user('boss@example.com', { title: 'Head', externalId: 'E-1', userType: 'Employee' })
  const annaId = await client.user('Anna@example.com', {
    displayName: 'Anna "the" B\\erg',
    name: { givenName: 'Anna', familyName: 'Berg' },
    title: 'Guide',
    externalId: 'e-1',
    emails: [
      { value: 'Anna@Example.com', type: 'work', primary: true },
      { value: 'anna@home.test', type: 'home' },
    ],
    [urns.enterprise]: { department: 'Sales', manager: { value: bossId } },
  })
  await client.user('cem@example.com', {
    active: false,
    userType: 'Intern',
    emails: [{ value: 'cem@example.com', type: 'home' }],
    [urns.connector]: { sipAddresses: [{ value: 'sip:cem@example.com', type: 'enterprise' }] },
  })
  teamId = await client.group('Team', [annaId])
  await client.group('Empty')
})
afterAll(() => client.store.close())

const anna = 'Anna@example.com'
const boss = 'boss@example.com'
const cem = 'cem@example.com'

it.each([
  ['userName eq "ANNA@EXAMPLE.COM"', [anna]],
  ['USERNAME EQ "anna@example.com"', [anna]],
  [`${urns.user}:userName eq "anna@example.com"`, [anna]],
  ['userName ne "anna@example.com"', [boss, cem]],
  ['userName sw "A"', [anna]],
  ['userName ew ".com"', [boss, anna, cem]],
  ['name.familyName co "er"', [anna]],
  ['externalId eq "e-1"', [anna]],
  ['externalId eq "E-1"', [boss]],
  ['emails.value eq "anna@example.com"', [anna]],
  ['emails eq "anna@HOME.test"', [anna]],
  ['emails[type eq "work" and value co "@example.com"]', [anna]],
  ['emails[type eq "work" and value eq "anna@home.test"]', []],
  ['emails.type eq "work" and emails.value eq "anna@home.test"', [anna]],
  ['emails[not (type eq "work")]', [anna, cem]],
  ['title pr', [boss, anna]],
  ['not (title pr)', [cem]],
  ['title pr and userType eq "employee"', [boss]],
  ['title eq "Guide" or userType eq "Intern"', [anna, cem]],
  ['userName eq "boss@example.com" or emails.value eq "cem@example.com"', [boss, cem]],
  ['userType eq "Intern" or userType eq "Employee" and title eq "nobody"', [cem]],
  ['(userType eq "Intern" or userType eq "Employee") and title eq "Head"', [boss]],
  ['active eq false', [cem]],
  ['active eq true and title pr', [boss, anna]],
  ['meta.lastModified gt "2011-05-13T04:42:34Z"', [boss, anna, cem]],
  ['meta.lastModified le "2011-05-13T04:42:34Z"', []],
  ['title eq null', [cem]],
  ['displayName eq "anna \\"THE\\" b\\\\erg"', [anna]],
  [`${urns.enterprise}:department eq "sales"`, [anna]],
  [`${urns.connector}:sipAddresses.value eq "SIP:cem@example.com"`, [cem]],
  ['groups.display eq "team"', [anna]],
  ['noSuchAttribute eq "x"', []],
])('finds users by %s', async (filter, expected) => {
  expect(await client.filter('/Users', filter)).toEqual(expected)
})

it('finds users by id and by manager', async () => {
  expect(await client.filter('/Users', `id eq "${bossId}"`)).toEqual([boss])
  expect(await client.filter('/Users', `id eq "${teamId}"`)).toEqual([])
  expect(await client.filter('/Users', `${urns.enterprise}:manager.value eq "${bossId}"`)).toEqual([anna])
})

it('finds groups by name and by member', async () => {
  const { body } = await client.get('/Users?filter=userName%20eq%20%22anna@example.com%22&attributes=id')
  const annaId = Object(body.Resources)[0].id
  expect(await client.filter('/Groups', 'displayName eq "TEAM"')).toEqual(['Team'])
  expect(await client.filter('/Groups', `members.value eq "${annaId}"`)).toEqual(['Team'])
  expect(await client.filter('/Groups', `members[value eq "${annaId}"] and displayName sw "t"`)).toEqual(['Team'])
  expect(await client.filter('/Groups', 'not (members pr)')).toEqual(['Empty'])
})

it.each(['userName eq', 'userName like "x"', '(userName pr', 'userName eq "a', 'userName eq x', 'and', '"a" eq "b"'])(
  'refuses the filter %s',
  async (filter) => {
    const answer = await client.get(`/Users?filter=${encodeURIComponent(filter)}`)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ schemas: [urns.error], scimType: 'invalidFilter' })
  },
)

it.each([3, 400, 1000])('takes %d alternatives at once', async (count) => {
  const others = Array.from({ length: count - 1 }, (_, index) => `userName eq "user${index}@example.com"`)
  expect(await client.filter('/Users', [...others, 'emails eq "cem@example.com"'].join(' or '))).toEqual([cem])
})

it('takes alternatives in many brackets', async () => {
  const filter = Array.from({ length: 200 }).reduce<string>((inner) => `(${inner} or userName eq "x")`, 'id eq "x"')
  expect(await client.filter('/Users', filter)).toEqual([])
})
