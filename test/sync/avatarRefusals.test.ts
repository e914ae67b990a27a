import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { addressKind } from '../../app/avatar/fetch/addressKind.ts'
import { defaultFetchLimits } from '../../app/avatar/fetch/fetchLimits.ts'
import type { Network } from '../../app/avatar/fetch/network.ts'
import { planText } from '../../app/report/planText.ts'
import { type Answer, type PictureServer, redirectTo, sendBytes, startPictureServer } from '../avatar/pictureServer.ts'
import { expectEqual } from '../fakes/connectorOn.ts'
import { crowd, person } from '../fakes/people.ts'
import { portraits } from '../fakes/portraits.ts'
import { quickFolder } from '../fakes/quickFolder.ts'
import { makeCertificates } from '../services/certificates.ts'
import { serverSettings, serverWorld } from './avatarServers.ts'
import { type AvatarWorld, hashOf, refusals, shownIn } from './avatarWorld.ts'

/** The Internet as these tests see it: 127.0.0.1 passes for a public server, everything else is what it is. */
const network: Network = {
  resolve: async (name) => {
    if (name === 'inside.test') return ['10.1.2.3']
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
  },
  kindOf: (address) => (address === '127.0.0.1' ? 'public' : addressKind(address)),
}
const credential = { user: 'pictures', password: 'geheim' }
const basic = `Basic ${Buffer.from('pictures:geheim').toString('base64')}`

const isNone = 'not-a-picture: This is not a JPEG, PNG, GIF or BMP picture: it seems to be'
const tooMuch = Buffer.alloc(2 * 1024 * 1024 + 10_000, portraits.jpeg)
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end()
const needsPassword: Answer = (response, asked) =>
  asked.headers.authorization === basic
    ? sendBytes(portraits.jpeg)(response, asked)
    : status(401, { 'www-authenticate': 'Basic realm="pictures"' })(response, asked)
const withoutLength: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'image/jpeg' })
  response.write(portraits.jpeg)
  const more = () => {
    while (response.write(Buffer.alloc(65_536))) if (response.destroyed) return
  }
  response.on('drain', more)
  more()
}

describe('pictures of a resource server that cannot be taken', () => {
  let server: PictureServer
  let elsewhere: PictureServer
  let untrusted: PictureServer
  let world: AvatarWorld
  const folder = quickFolder('certificates')
  beforeAll(async () => {
    const { server: certificates } = await makeCertificates(folder)
    const [cert, key] = await Promise.all(
      [certificates.valid.certificateFile, certificates.valid.keyFile].map((file) => readFile(file, 'utf8')),
    )
    server = await startPictureServer()
    elsewhere = await startPictureServer()
    untrusted = await startPictureServer({ tls: { cert: cert ?? '', key: key ?? '' } })
  })
  afterEach(() => world.connector.close())
  afterAll(async () => {
    await Promise.all([server, elsewhere, untrusted].map((one) => one.close()))
    rmSync(folder, { recursive: true, force: true })
  })

  const pattern = () => `${server.origin}/{mail: .*?(?=@)}.jpg`
  const settings = () => serverSettings(pattern(), { allowPrivateAddresses: false })
  const limits = { ...defaultFetchLimits, stallTime: 500, totalTime: 20_000 }

  /** Syncs a company in which everybody's picture is answered as told, and gives what the plan says of each. */
  const syncWith = async (
    answers: Readonly<Record<string, Answer>>,
    options: Parameters<typeof serverWorld>[3] = {},
  ) => {
    for (const [name, answer] of Object.entries(answers)) server.on(`/${name}.jpg`, answer)
    const people = ['good', ...Object.keys(answers)].map((name) => person(name))
    server.on('/good.jpg', sendBytes(portraits.jpeg))
    world = await serverWorld(people, settings(), {}, { network, limits, ...options })
    const result = await world.connector.syncFull()
    const hosts = [server, elsewhere, untrusted].map(({ origin }) => new URL(origin).host)
    const withoutHosts = (text: string) =>
      hosts.reduce((left, host, at) => left.replaceAll(host, ['SERVER', 'ELSEWHERE', 'UNTRUSTED'][at] ?? ''), text)
    const said = Object.entries(refusals(world, result)).map(([name, text]) => [
      name.replace('@corp.test', ''),
      withoutHosts(text),
    ])
    expect(result.run.status).toBe('done')
    expect(world.target.users.size).toBe(people.length)
    expect(shownIn(world.target)).toMatchObject({ 'good@corp.test': hashOf(portraits.jpeg) })
    return { result, said: Object.fromEntries(said) as Readonly<Record<string, string>> }
  }

  it('are each reported with the reason; everything else goes on, and the next run plans nothing', async () => {
    elsewhere.on('/secret.jpg', needsPassword)
    const { result, said } = await syncWith(
      {
        declared: sendBytes(tooMuch, { 'content-length': String(tooMuch.length) }),
        undeclared: withoutLength,
        jpeg: sendBytes(portraits.jpeg.subarray(0, 300)),
        png: sendBytes(portraits.png.subarray(0, 60)),
        gif: sendBytes(portraits.gif.subarray(0, 60)),
        bmp: sendBytes(portraits.bmp.subarray(0, 60)),
        nothing: sendBytes(Buffer.alloc(0)),
        page: sendBytes(Buffer.from('<!doctype html><title>Sign in</title>'), { 'content-type': 'image/jpeg' }),
        svg: sendBytes(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { 'content-type': 'image/svg+xml' }),
        really: sendBytes(portraits.png, { 'content-type': 'image/jpeg' }),
        text: sendBytes(portraits.gif, { 'content-type': 'text/plain' }),
        refuses: status(401, { 'www-authenticate': 'Basic' }),
        forbids: status(403),
        secret: redirectTo(`${elsewhere.origin}/secret.jpg`),
        loop: redirectTo('/loop.jpg'),
        file: redirectTo('file:///etc/passwd'),
        ftp: redirectTo('ftp://ftp.test/a.jpg'),
        inside: redirectTo('http://10.0.0.1/a.jpg'),
        hidden: redirectTo('http://inside.test/a.jpg'),
        machine: redirectTo('http://127.0.0.2/a.jpg'),
        cloud: redirectTo('http://169.254.169.254/latest/meta-data'),
        unknown: redirectTo('http://nowhere.test/a.jpg'),
        tls: redirectTo(`${untrusted.origin}/a.jpg`),
        stalls: () => {},
        half: (response) => void response.writeHead(200, { 'content-length': '5000' }).write(portraits.jpeg),
        resets: ({ socket }) => void socket?.resetAndDestroy(),
        fails: status(500),
        none: status(404),
        gone: status(410),
      },
      { credential },
    )
    expect(said).toEqual({
      declared: 'too-large: The picture has 2,107,152 bytes; at most 2,097,152 bytes are taken.',
      undeclared: 'too-large: The picture has more than 2,097,152 bytes; at most 2,097,152 bytes are taken.',
      jpeg: 'broken-picture: The JPEG picture of 300 bytes is cut off before its end.',
      png: 'broken-picture: The PNG picture of 60 bytes is cut off before its end.',
      gif: 'broken-picture: The GIF picture of 60 bytes is cut off before its end.',
      bmp: 'broken-picture: The BMP picture of 60 bytes is cut off before its end.',
      nothing: 'not-a-picture: There is nothing in the picture: it has 0 bytes.',
      page: `${isNone} a web page (perhaps one to sign in).`,
      svg: `${isNone} an SVG picture.`,
      refuses: 'unauthorized: The resource server SERVER refuses the user or the password (401).',
      forbids: 'forbidden: The resource server SERVER does not give this picture to the connector (403).',
      secret:
        'unauthorized: The resource server ELSEWHERE asks for a user and password, which only the server of the pattern gets (401).',
      loop: 'too-many-redirects: SERVER redirects once more after 5 redirects.',
      file: 'redirect-refused: SERVER redirects to an address of the kind file:.',
      ftp: 'redirect-refused: SERVER redirects to an address of the kind ftp:.',
      inside: 'address-refused: 10.0.0.1 is an address of a private network; nothing was asked there.',
      hidden:
        'address-refused: inside.test leads to 10.1.2.3, which is an address of a private network; nothing was asked there.',
      machine: 'address-refused: 127.0.0.2 is this machine itself (loopback); nothing was asked there.',
      cloud: 'address-refused: 169.254.169.254 is a link-local address; nothing was asked there.',
      unknown: 'name-not-found: The resource server nowhere.test has a name that cannot be found (ENOTFOUND).',
      tls: 'untrusted-certificate: The resource server UNTRUSTED shows a certificate that is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
      stalls: 'time-out: The resource server SERVER does not answer in time (UND_ERR_HEADERS_TIMEOUT).',
      half: 'time-out: The resource server SERVER stopped in the middle of its answer (UND_ERR_BODY_TIMEOUT).',
      resets: 'cut-off: The resource server SERVER ended the connection before the picture was whole (ECONNRESET).',
      fails: 'unavailable: The resource server SERVER cannot give the picture now (500).',
    })
    expect(result.plan.counts.avatars).toMatchObject({ create: 3, skipped: 25, delete: 0 })
    expect(shownIn(world.target)).toEqual({
      'good@corp.test': hashOf(portraits.jpeg),
      'really@corp.test': hashOf(portraits.png),
      'text@corp.test': hashOf(portraits.gif),
    })
    expect(world.target.user('really@corp.test')?.photo).toMatchObject({ mediaType: 'image/png' })
    expect(elsewhere.asked.flatMap(({ headers }) => headers.authorization ?? [])).toEqual([])
    expect(server.asked.every(({ headers }) => headers.authorization === basic)).toBe(true)

    const text = [...planText(world.connector.plan(result.plan.id), { detail: 'problems', limit: 100 })].join('\n')
    expect(text).toContain('Pictures: refused (25)')
    for (const told of Object.values(said)) expect(text).toContain(told.split(':', 1)[0])
    expect(text).toContain('Put a JPEG, PNG, GIF or BMP picture there.')
    expect(text).not.toMatch(/geheim|Basic [A-Za-z0-9]/)
    expect(JSON.stringify([...world.connector.events({})])).not.toMatch(/geheim|Basic [A-Za-z0-9]/)
    await expectEqual(world.connector)
  })

  it('for want of a user and password say so', async () => {
    const { said } = await syncWith({
      basic: needsPassword,
      ntlm: status(401, { 'www-authenticate': 'NTLM' }),
      forbidden: status(403),
    })
    expect(said).toEqual({
      basic: 'unauthorized: The resource server SERVER asks for a user and password (401).',
      ntlm: 'unauthorized: The resource server SERVER wants NTLM, not a user and password (401).',
      forbidden: 'forbidden: The resource server SERVER does not give this picture to the connector (403).',
    })
    await expectEqual(world.connector)
  })

  it('are taken with a user and password', async () => {
    const { said } = await syncWith({ basic: needsPassword }, { credential })
    expect(said).toEqual({})
    expect(Object.keys(shownIn(world.target))).toEqual(['basic@corp.test', 'good@corp.test'])
    await expectEqual(world.connector)
  })

  describe('since the server of the pattern itself', () => {
    const begin = async (pattern: string, options: Parameters<typeof serverWorld>[3] = {}) => {
      world = await serverWorld(
        [person('ann'), person('bob')],
        serverSettings(pattern, { allowPrivateAddresses: false }),
        {},
        options,
      )
      const result = await world.connector.syncFull()
      expect(result.run.status).toBe('done')
      expect(world.target.users.size).toBe(2)
      expect(shownIn(world.target)).toEqual({})
      await expectEqual(world.connector)
      return new Set(Object.values(refusals(world, result)))
    }

    it.each([
      ['127.0.0.1', 'is this machine itself (loopback)'],
      ['10.20.30.40', 'is an address of a private network'],
      ['169.254.169.254', 'is a link-local address'],
      ['[::1]', 'is this machine itself (loopback)'],
      ['[fe80::1]', 'is a link-local address'],
      ['0.0.0.0', 'can be the address of no server'],
    ])('has the address %s, say so, and nothing is asked there', async (host, what) => {
      const before = server.asked.length
      const said = await begin(`http://${host}:${server.port}/{mail}.jpg`)
      const address = host.replace(/[[\]]/g, '')
      expect(said).toEqual(new Set([`address-refused: ${address} ${what}; nothing was asked there.`]))
      expect(server.asked).toHaveLength(before)
    })

    it('has a name that leads into the own network, say so', async () => {
      expect(await begin('http://inside.test/{mail}.jpg', { network })).toEqual(
        new Set([
          'address-refused: inside.test leads to 10.1.2.3, which is an address of a private network; nothing was asked there.',
        ]),
      )
    })

    it('has a name that nobody knows, say so', async () => {
      expect(await begin('http://nowhere.test/{mail}.jpg', { network })).toEqual(
        new Set(['name-not-found: The resource server nowhere.test has a name that cannot be found (ENOTFOUND).']),
      )
    })

    it('shows a certificate that is not trusted, say so', async () => {
      const [said] = await begin(`${untrusted.origin}/{mail}.jpg`, { network })
      expect(said).toMatch(
        /^untrusted-certificate: The resource server 127\.0\.0\.1:\d+ shows a certificate that is not/,
      )
    })

    it('is not there, say so', async () => {
      const closed = await startPictureServer()
      await closed.close()
      const [said] = await begin(`${closed.origin}/{mail}.jpg`, { network })
      expect(said).toMatch(
        /^unreachable: The resource server 127\.0\.0\.1:\d+ refuses the connection \(ECONNREFUSED\)\.$/,
      )
    })
  })

  describe('since the server has fallen silent', () => {
    const many = crowd(100)
    const stalled = { network, limits: { ...limits, stallTime: 100 } }
    const host = () => new URL(server.origin).host

    it('end the waiting after a few of them, and the sync goes on', async () => {
      const before = server.asked.length
      for (const { attributes } of many) server.on(`/${attributes.displayname?.[0]}.jpg`, () => {})
      world = await serverWorld(many, settings(), {}, stalled)
      const { run, plan } = await world.connector.syncFull()
      const asked = server.asked.length - before
      expect(asked).toBeGreaterThanOrEqual(24)
      expect(asked).toBeLessThan(40)
      expect(run.status).toBe('done')
      expect(plan.counts.avatars.skipped).toBe(100)
      expect(world.target.users.size).toBe(100)
      const notAsked = `time-out: The resource server ${host()} was not asked: 24 questions before had no answer.`
      const said = Object.values(refusals(world, { run, plan }))
      expect(said.filter((text) => text === notAsked)).toHaveLength(100 - asked)
    })

    it('are asked for again by the next run', async () => {
      for (const { attributes } of many) server.on(`/${attributes.displayname?.[0]}.jpg`, sendBytes(portraits.jpeg))
      world = await serverWorld(many, settings(), {}, stalled)
      await world.connector.syncFull()
      for (const { attributes } of many) server.on(`/${attributes.displayname?.[0]}.jpg`, () => {})
      expect((await world.connector.syncIncremental()).plan.counts.avatars).toMatchObject({ delete: 0, update: 0 })
      for (const { attributes } of many) server.on(`/${attributes.displayname?.[0]}.jpg`, sendBytes(portraits.gif))
      expect((await world.connector.syncIncremental()).plan.counts.avatars).toMatchObject({ update: 100 })
      await expectEqual(world.connector)
    })

    it('do not count when there are answers in between', async () => {
      for (const { attributes } of many) {
        const name = attributes.displayname?.[0] ?? ''
        server.on(`/${name}.jpg`, Number(name.slice(1)) % 4 === 0 ? sendBytes(portraits.jpeg) : status(503))
      }
      world = await serverWorld(many, settings(), {}, stalled)
      expect((await world.connector.syncFull()).plan.counts.avatars).toMatchObject({ create: 25, skipped: 75 })
      await expectEqual(world.connector)
    })
  })

  it('of people without an e-mail address are not asked for', async () => {
    const before = server.asked.length
    world = await serverWorld([person('ann', { mail: null }), person('good')], settings(), {}, { network })
    server.on('/good.jpg', sendBytes(portraits.jpeg))
    const result = await world.connector.syncFull()
    expect(server.asked.slice(before).map(({ path }) => path)).toEqual(['/good.jpg'])
    expect(result.plan.counts.avatars).toMatchObject({ create: 1, skipped: 0 })
    await expectEqual(world.connector)
  })

  it('by a regular expression that takes other engines forever end at once', async () => {
    const entries = [person('ann', { mail: `${'a'.repeat(60)}@corp.test` }), person('bob')]
    world = await serverWorld(entries, serverSettings(`${server.origin}/{mail: ((a+)+)+b(?=@)}.jpg`))
    server.on('/b.jpg', sendBytes(portraits.jpeg))
    const result = await world.connector.syncFull()
    expect(result.run.status).toBe('done')
    expect(refusals(world, result)).toEqual({})
    expect(shownIn(world.target)).toEqual({})
    await expectEqual(world.connector)
  })
})
