import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { createServer as createTcpServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { addressKind } from '../../../app/avatar/fetch/addressKind.ts'
import { defaultFetchLimits } from '../../../app/avatar/fetch/fetchLimits.ts'
import { type Network, systemNetwork } from '../../../app/avatar/fetch/network.ts'
import {
  type FetchOutcome,
  type ResourceServer,
  type ResourceServerOptions,
  resourceServer,
} from '../../../app/avatar/fetch/resourceServer.ts'
import { quickFolder } from '../../fakes/quickFolder.ts'
import { type Certificates, makeCertificates } from '../../services/certificates.ts'
import { waitUntil } from '../../services/waitUntil.ts'
import { type PictureServer, redirectTo, sendBytes, startPictureServer } from '../pictureServer.ts'

const bytes = Buffer.from('any bytes at all')

/** The Internet as a test sees it: 127.0.0.1 passes for a public server, everything else is what it is. */
function internet(names: Readonly<Record<string, readonly string[]>> = {}) {
  const resolved: string[] = []
  const network: Network = {
    resolve: async (name) => {
      resolved.push(name)
      return names[name] ?? ['127.0.0.1']
    },
    kindOf: (address) => (address === '127.0.0.1' ? 'public' : addressKind(address)),
  }
  return { network, resolved }
}

let server: PictureServer
let other: PictureServer
const clients: ResourceServer[] = []
beforeEach(async () => {
  server = await startPictureServer()
  other = await startPictureServer()
  server.on('/it', sendBytes(bytes))
  other.on('/it', sendBytes(bytes))
})
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  await Promise.all([server.close(), other.close()])
})

function client(options: Partial<ResourceServerOptions> = {}): ResourceServer {
  const made = resourceServer({ credential: null, addresses: 'public', network: internet().network, ...options })
  clients.push(made)
  return made
}

const fetchFrom = (path: string, options: Partial<ResourceServerOptions> = {}) =>
  client(options).fetch(`${server.origin}${path}`)

const refused = (code: string, words = '') => ({
  kind: 'refused',
  problem: {
    code,
    message: expect.stringMatching(new RegExp(`${words}.*\\.$`)),
    remedy: expect.stringMatching(/.\.$/),
    place: expect.stringMatching(/^https?:/),
  },
})
const fetched = (outcome: FetchOutcome) => (outcome.kind === 'fetched' ? outcome.bytes.toString() : outcome)

describe('fetching a picture', () => {
  test('gives the bytes, and by what to recognise them; asks with that later', async () => {
    const validators = { etag: '"v1"', lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT' }
    server.on('/it', (response, { headers }) => {
      if (headers['if-none-match'] === validators.etag && headers['if-modified-since'] === validators.lastModified)
        return response.writeHead(304).end()
      sendBytes(bytes, { etag: validators.etag, 'last-modified': validators.lastModified })(response, {
        path: '',
        headers,
      })
    })
    const fetcher = client()
    const uri = `${server.origin}/it`
    expect(await fetcher.fetch(uri)).toEqual({ kind: 'fetched', bytes, finalUri: uri, validators })
    expect(await fetcher.fetch(uri, validators)).toEqual({ kind: 'not-modified' })
    expect(await fetcher.fetch(uri, { ...validators, etag: '"v0"' })).toMatchObject({ kind: 'fetched' })
    expect(await fetcher.fetch(uri, validators)).toEqual({ kind: 'not-modified' })
    // Connections are kept: four requests need fewer.
    expect(server.connections).toBeLessThan(3)
  })

  test('gives no validators where the server has none', async () => {
    expect(await fetchFrom('/it')).toMatchObject({ validators: { etag: null, lastModified: null } })
  })

  test.each([
    [204, 'unexpected-answer'],
    [206, 'unexpected-answer'],
    [300, 'unexpected-answer'],
    [304, 'unexpected-answer'],
    [400, 'unexpected-answer'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'not-found'],
    [429, 'unavailable'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('the status %i is refused as %s', async (status, code) => {
    server.on('/it', (response) => response.writeHead(status).end())
    expect(await fetchFrom('/it')).toMatchObject(refused(code, String(status)))
  })

  test('a server that is not there is refused', async () => {
    const gone = await startPictureServer()
    await gone.close()
    expect(await client().fetch(`${gone.origin}/it`)).toMatchObject(refused('unreachable', 'refuses the connection'))
  })

  test.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'unexpected-answer'],
    ['nothing', '', 'cut-off'],
    ['endless headers', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n`, 'unexpected-answer'],
    ['half a body', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', 'cut-off'],
    ['half a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf', 'cut-off'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 'cut-off'],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: lots\r\n\r\nab', 'unexpected-answer'],
  ])('a server that answers %s is refused', async (_, answer, code) => {
    const raw = createTcpServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(answer)))
    raw.listen(0, '127.0.0.1')
    await once(raw, 'listening')
    const address = raw.address()
    const port = typeof address === 'object' ? address?.port : 0
    const outcome = await client().fetch(`http://127.0.0.1:${port}/it`)
    raw.close()
    await once(raw, 'close')
    expect(outcome).toMatchObject(refused(code))
  })

  test('a body longer than announced is read as far as announced', async () => {
    server.on('/it', ({ socket }) => void socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nany bytes at all'))
    expect(fetched(await fetchFrom('/it'))).toBe('any')
  })
})

describe('a password', () => {
  const credential = { user: 'pictures', password: 'geheim: Ü' }
  const expected = `Basic ${Buffer.from('pictures:geheim: Ü').toString('base64')}`
  beforeEach(() => {
    for (const each of [server, other])
      each.on('/secret', (response, asked) =>
        asked.headers.authorization === expected
          ? sendBytes(bytes)(response, asked)
          : response.writeHead(401, { 'www-authenticate': 'Basic realm="pictures"' }).end(),
      )
  })

  test('opens what asks for it', async () => {
    expect(fetched(await fetchFrom('/secret', { credential }))).toBe(bytes.toString())
  })

  test('is wanted, or refused, in so many words, and stands in none', async () => {
    expect(await fetchFrom('/secret')).toMatchObject(refused('unauthorized', 'asks for a user and password'))
    const wrong = await fetchFrom('/secret', { credential: { user: 'pictures', password: 'hunter2' } })
    expect(wrong).toMatchObject(refused('unauthorized', 'refuses the user or the password'))
    expect(JSON.stringify(wrong)).not.toMatch(/hunter2|Basic [A-Za-z0-9]/)
  })

  test('cannot be given by NTLM', async () => {
    server.on('/it', (response) => response.writeHead(401, { 'www-authenticate': ['Negotiate', 'NTLM'] }).end())
    expect(await fetchFrom('/it', { credential })).toMatchObject(refused('unauthorized', 'Negotiate or NTLM'))
  })

  test('goes along a redirect on the same server', async () => {
    server.on('/it', redirectTo('/secret'))
    expect(fetched(await fetchFrom('/it', { credential }))).toBe(bytes.toString())
  })

  test('never goes to another server, nor back from there', async () => {
    server.on('/away', redirectTo(`${other.origin}/secret`))
    expect(await fetchFrom('/away', { credential })).toMatchObject(
      refused('unauthorized', 'only the server of the pattern'),
    )
    other.on('/back', redirectTo(`${server.origin}/secret`))
    server.on('/return', redirectTo(`${other.origin}/back`))
    expect(await fetchFrom('/return', { credential })).toMatchObject(
      refused('unauthorized', 'only the server of the pattern'),
    )
    expect(other.asked.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual([expected, expected, undefined])
  })
})

describe('redirects', () => {
  const chain = (length: number) => {
    for (let step = 0; step < length; step++) server.on(`/${step}`, redirectTo(`${step + 1}`))
    server.on(`/${length}`, sendBytes(bytes))
  }

  test('are followed five times', async () => {
    chain(5)
    expect(await fetchFrom('/0')).toMatchObject({ kind: 'fetched', finalUri: `${server.origin}/5` })
    chain(6)
    expect(await fetchFrom('/0')).toMatchObject(refused('too-many-redirects', 'after 5 redirects'))
  })

  test.each([301, 302, 303, 307, 308])('with the status %i are followed to another server', async (status) => {
    server.on('/away', redirectTo(`${other.origin}/it`, status))
    expect(await fetchFrom('/away')).toMatchObject({ kind: 'fetched', finalUri: `${other.origin}/it` })
  })

  test('in a loop end', async () => {
    server.on('/a', redirectTo('/b'))
    server.on('/b', redirectTo('/a'))
    expect(await fetchFrom('/a')).toMatchObject(refused('too-many-redirects'))
    expect(server.asked).toHaveLength(6)
  })

  test.each([
    ['http://169.254.169.254/latest/meta-data/', 'address-refused', '169.254.169.254 is a link-local address'],
    ['http://[::1]/', 'address-refused', '::1 is this machine itself'],
    ['http://[::ffff:10.0.0.1]/', 'address-refused', 'private network'],
    ['http://192.168.0.1/', 'address-refused', 'private network'],
    ['http://0x0a000001/', 'address-refused', '10.0.0.1 is an address of a private network'],
    ['http://0.0.0.0/', 'address-refused', 'no server'],
    ['//inside.test/', 'address-refused', 'inside.test leads to 10.1.2.3, which is an address of a private network'],
    ['file:///etc/passwd', 'redirect-refused', 'kind file:'],
    ['ftp://pictures.test/', 'redirect-refused', 'kind ftp:'],
    ['data:image/png;base64,AAAA', 'redirect-refused', 'kind data:'],
    ['http://user:secret@pictures.test/', 'redirect-refused', 'user or password'],
    ['http://:0:0/', 'redirect-refused', 'no address'],
  ])('to %s are refused', async (location, code, words) => {
    server.on('/away', redirectTo(location))
    const { network } = internet({ 'inside.test': ['10.1.2.3'] })
    expect(await fetchFrom('/away', { network })).toMatchObject(refused(code, words))
  })

  test('without an address are refused', async () => {
    server.on('/away', (response) => response.writeHead(302).end())
    expect(await fetchFrom('/away')).toMatchObject(refused('redirect-refused', 'no address'))
  })

  test('to this machine reach nothing there', async () => {
    const local = await startPictureServer({ host: '::1' })
    server.on('/away', redirectTo(`${local.origin}/it`))
    expect(await fetchFrom('/away')).toMatchObject(refused('address-refused'))
    expect(local.asked).toEqual([])
    await local.close()
  })
})

describe('addresses of the own network', () => {
  const spellings = [
    '127.0.0.1',
    'localhost',
    '127.1',
    '2130706433',
    '0x7f.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
  ]

  test.each(spellings)('%s is not asked unless allowed', async (host) => {
    const real = client({ network: systemNetwork })
    expect(await real.fetch(`http://${host}:${server.port}/it`)).toMatchObject(refused('address-refused'))
    expect(server.asked).toEqual([])
    expect(server.connections).toBe(0)
  })

  test('are asked when allowed, except what can be no server', async () => {
    const allowed = client({ network: systemNetwork, addresses: 'any' })
    for (const host of ['127.0.0.1', 'localhost'])
      expect(fetched(await allowed.fetch(`http://${host}:${server.port}/it`))).toBe(bytes.toString())
    expect(await allowed.fetch(`http://0.0.0.0:${server.port}/it`)).toMatchObject(
      refused('address-refused', 'no server'),
    )
  })

  test('a name is looked up once, and the connection made to what was found', async () => {
    const { network, resolved } = internet()
    // Whoever asks a second time is led inside.
    const rebinding = {
      ...network,
      resolve: async (name: string) => (resolved.includes(name) ? ['10.0.0.1'] : network.resolve(name)),
    }
    const outcome = await client({ network: rebinding }).fetch(`http://pictures.test:${server.port}/it`)
    expect(fetched(outcome)).toBe(bytes.toString())
    expect(resolved).toEqual(['pictures.test'])
    expect(server.asked[0]?.headers.host).toBe(`pictures.test:${server.port}`)
  })

  test('of several addresses of a name only allowed ones are used', async () => {
    const { network } = internet({ 'pictures.test': ['10.0.0.1', '::1', '127.0.0.1'] })
    expect(fetched(await client({ network }).fetch(`http://pictures.test:${server.port}/it`))).toBe(bytes.toString())
  })

  test('a name that cannot be found is refused', async () => {
    const network = {
      ...internet().network,
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    }
    expect(await client({ network }).fetch('http://pictures.test/it')).toMatchObject(refused('name-not-found'))
  })
})

describe('too much', () => {
  const limits = { ...defaultFetchLimits, bytes: 10_000 }

  test('is taken up to the limit', async () => {
    server.on('/it', sendBytes(Buffer.alloc(10_000, 1)))
    expect(await fetchFrom('/it', { limits })).toMatchObject({ kind: 'fetched', bytes: { length: 10_000 } })
    server.on('/it', sendBytes(Buffer.alloc(10_001, 1)))
    expect(await fetchFrom('/it', { limits })).toMatchObject(refused('too-large', '10,000 bytes'))
  })

  test('is refused by what is announced', async () => {
    server.on('/it', (response) => response.writeHead(200, { 'content-length': '999999999' }).flushHeaders())
    expect(await fetchFrom('/it', { limits })).toMatchObject(refused('too-large', '999,999,999 bytes'))
  })

  test('is refused while it comes, and the connection closed, when nothing is announced', async () => {
    server.on('/it', (response) => {
      const more = () => {
        while (response.writable && response.write(Buffer.alloc(5_000)));
      }
      response.on('drain', more).on('error', () => {})
      more()
    })
    expect(await fetchFrom('/it', { limits })).toMatchObject(refused('too-large', 'more than 10,000 bytes'))
    await waitUntil('the connection is closed', () => server.connections === 0)
  })

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('compressed by %s is refused as it unpacks, what is small is read', async (encoding, compress) => {
    const headers = { 'content-encoding': encoding }
    server.on('/it', sendBytes(compress(Buffer.alloc(200_000_000)), headers))
    expect(await fetchFrom('/it', { limits: { ...limits, bytes: 1_000_000 } })).toMatchObject(
      refused('too-large', '1,000,000 bytes'),
    )
    server.on('/it', sendBytes(compress(bytes), headers))
    expect(fetched(await fetchFrom('/it'))).toBe(bytes.toString())
    server.on(
      '/it',
      sendBytes(compress(Buffer.from(crypto.getRandomValues(new Uint8Array(1000)))).subarray(0, 500), headers),
    )
    expect(await fetchFrom('/it')).toMatchObject(refused('cut-off'))
    server.on('/it', sendBytes(Buffer.from('\0 not compressed at all'), headers))
    expect(await fetchFrom('/it')).toMatchObject(refused('cut-off'))
  })

  test('empty pieces of compression without end are refused', async () => {
    server.on(
      '/it',
      sendBytes(Buffer.concat(Array(1000).fill(gzipSync(Buffer.alloc(0)))), { 'content-encoding': 'gzip' }),
    )
    expect(await fetchFrom('/it', { limits })).toMatchObject(refused('too-large'))
  })

  test.each(['zstd', 'gzip, gzip', 'constructor'])('compressed as %s is not read', async (encoding) => {
    server.on('/it', sendBytes(bytes, { 'content-encoding': encoding }))
    expect(await fetchFrom('/it')).toMatchObject(refused('unknown-encoding', encoding))
  })
})

describe('a server that stalls', () => {
  const limits = { ...defaultFetchLimits, stallTime: 200 }

  test('before its answer is refused', async () => {
    server.on('/it', () => {})
    expect(await fetchFrom('/it', { limits })).toMatchObject(refused('time-out', 'does not answer'))
  })

  test('in the middle is refused', async () => {
    server.on('/it', (response) => void response.writeHead(200).write('half'))
    expect(await fetchFrom('/it', { limits })).toMatchObject(refused('time-out', 'stopped in the middle'))
  })

  test('by sending a little all the time is refused', async () => {
    server.on('/it', (response) => {
      const timer = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(timer))
      response.on('error', () => {})
    })
    const outcome = await fetchFrom('/it', { limits: { ...defaultFetchLimits, totalTime: 300 } })
    expect(outcome).toMatchObject(refused('time-out', 'too long for the whole answer'))
    await waitUntil('the connection is closed', () => server.connections === 0)
  })

  test('while its name is looked up is refused', async () => {
    const network: Network = { ...internet().network, resolve: () => new Promise(() => {}) }
    const outcome = await client({ network, limits: { ...limits, connectTime: 200 } }).fetch('http://pictures.test/it')
    expect(outcome).toMatchObject(refused('time-out'))
  })
})

describe('certificates', () => {
  const folder = quickFolder('picture-tls')
  const before = getCACertificates('default')
  let certificates: Certificates
  let secure: PictureServer
  beforeAll(async () => {
    certificates = await makeCertificates(folder)
    setDefaultCACertificates([...before, readFileSync(certificates.caFile, 'utf8')])
  })
  afterAll(() => {
    setDefaultCACertificates(before)
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => secure.close())

  async function start(kind: keyof Certificates['server']) {
    const { certificateFile, keyFile } = certificates.server[kind]
    secure = await startPictureServer({
      tls: { cert: readFileSync(certificateFile, 'utf8'), key: readFileSync(keyFile, 'utf8') },
    })
    secure.on('/it', sendBytes(bytes))
    return secure
  }

  test('of an authority of this machine are trusted, by address and by name', async () => {
    const { origin, port } = await start('valid')
    expect(fetched(await client().fetch(`${origin}/it`))).toBe(bytes.toString())
    expect(fetched(await client().fetch(`https://localhost:${port}/it`))).toBe(bytes.toString())
    server.on('/away', redirectTo(`${origin}/it`))
    expect(fetched(await fetchFrom('/away'))).toBe(bytes.toString())
  })

  test.each([
    ['wrong-name', 'another name'],
    ['expired', 'expired'],
  ] as const)('%s is refused', async (kind, words) => {
    const { origin } = await start(kind)
    expect(await client().fetch(`${origin}/it`)).toMatchObject(refused('untrusted-certificate', words))
    expect(secure.asked).toEqual([])
  })

  test('of an unknown authority are refused', async () => {
    const { origin } = await start('valid')
    setDefaultCACertificates(before)
    const outcome = await client().fetch(`${origin}/it`)
    setDefaultCACertificates([...before, readFileSync(certificates.caFile, 'utf8')])
    expect(outcome).toMatchObject(refused('untrusted-certificate', 'not trusted'))
  })

  test('no redirect leads from https to http', async () => {
    const { origin } = await start('valid')
    secure.on('/away', redirectTo(`${server.origin}/it`))
    expect(await client().fetch(`${origin}/away`)).toMatchObject(refused('redirect-refused', 'from https to http'))
    expect(server.asked).toEqual([])
  })

  test('a port that speaks no TLS is refused', async () => {
    await start('valid')
    expect(await client().fetch(`https://127.0.0.1:${server.port}/it`)).toMatchObject(refused('unreachable', 'TLS'))
  })
})
