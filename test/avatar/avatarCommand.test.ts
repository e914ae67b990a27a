import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { type Install, makeInstall } from '../e2e/install.ts'
import { runConnector } from '../e2e/runConnector.ts'
import { startService } from '../e2e/startService.ts'
import { baseDn } from '../fakes/people.ts'
import { quickFolder } from '../fakes/quickFolder.ts'
import { type PictureServer, redirectTo, sendBytes, startPictureServer } from './pictureServer.ts'

const picture = readFileSync(join(import.meta.dirname, '../fixtures/pictures/baseline.jpg'))
const gif = readFileSync(join(import.meta.dirname, '../fixtures/pictures/plain.gif'))
const folder = quickFolder('avatar-command')
const saved = join(folder, 'saved.jpg')
const size = picture.length

let server: PictureServer
beforeAll(async () => {
  server = await startPictureServer()
  server.on('/photo/ann.jpg', sendBytes(picture))
  server.on('/photo/bob.jpg', redirectTo('/moved/bob.gif'))
  server.on('/moved/bob.gif', sendBytes(gif))
  server.on('/photo/page.jpg', sendBytes(Buffer.from('<!doctype html><title>Sign in</title>')))
  server.on('/photo/secret.jpg', (response, asked) =>
    asked.headers.authorization === `Basic ${Buffer.from('pictures:geheim').toString('base64')}`
      ? sendBytes(picture)(response, asked)
      : response.writeHead(401, { 'www-authenticate': 'Basic' }).end(),
  )
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('avatar test --pattern', () => {
  const pattern = () => `${server.origin}/photo/{mail: .*?(?=@.*)}.jpg`
  const run = (...words: readonly string[]) =>
    runConnector(['avatar', 'test', '--pattern', pattern(), '--allow-private-addresses', ...words])

  test('shows address, type and size, and saves the picture', async () => {
    const { code, stdout } = await run('--value', 'ann@example.com', '--save', saved)
    expect(code).toBe(0)
    expect(stdout).toMatch(
      new RegExp(
        `^Address: ${server.origin}/photo/ann\\.jpg\\nPicture: JPEG, 24 × 18 pixels, ${size} bytes\\n` +
          `SHA-256: [0-9a-f]{64}\\nThe picture is in ${saved}\\.\\n$`,
      ),
    )
    expect(readFileSync(saved)).toEqual(picture)
  })

  test('tells it in JSON too, with where redirects led', async () => {
    const result = await run('--value', 'bob@example.com', '--json')
    expect(result.code).toBe(0)
    expect(result.json()).toEqual({
      dn: null,
      origin: {
        kind: 'server',
        uri: `${server.origin}/photo/bob.jpg`,
        finalUri: `${server.origin}/moved/bob.gif`,
        validators: { etag: null, lastModified: null },
      },
      picture: {
        type: 'GIF',
        mediaType: 'image/gif',
        width: 24,
        height: 18,
        size: gif.length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      saved: null,
    })
  })

  test('gives a password from a file', async () => {
    const file = join(folder, 'password')
    writeFileSync(file, 'geheim\n', { mode: 0o600 })
    const wanted = await run('--value', 'secret@example.com', '--json')
    expect(wanted.json()).toMatchObject({ error: { side: 'directory', code: 'unauthorized' } })
    expect(wanted.code).toBe(1)
    expect(await run('--value', 'secret@example.com', '--user', 'pictures', '--credential-file', file)).toMatchObject({
      code: 0,
    })
  })

  test('refuses what is no picture, saves nothing, and says where and what to do', async () => {
    const nothing = join(folder, 'nothing.jpg')
    const { code, stdout, stderr } = await run('--value', 'page@example.com', '--save', nothing)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toBe(
      'Error (directory): This is not a JPEG, PNG, GIF or BMP picture: it seems to be a web page (perhaps one to sign in).\n' +
        `  Where: ${server.origin}/photo/page.jpg\n  What to do: Put a JPEG, PNG, GIF or BMP picture there.\n`,
    )
    expect(existsSync(nothing)).toBe(false)
  })

  test('refuses this machine unless allowed', async () => {
    const before = server.asked.length
    const refused = await runConnector(['avatar', 'test', '--pattern', pattern(), '--value', 'ann@example.com'])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('--allow-private-addresses') })
    expect(server.asked.length).toBe(before)
  })

  test.each([
    [['--pattern', 'http://h/{mail: (?<=a)b}', '--value', 'x'], 1, 'The pattern is wrong at position 17'],
    [['--pattern', 'http://h/{mail}', '--value', 'x', '--save', '/nowhere/at/all.jpg'], 1, 'cannot be written'],
    [
      ['--pattern', 'http://h/{mail}', '--value', 'x', '--user', 'u', '--credential-file', '/nowhere'],
      1,
      'does not exist',
    ],
    [['--pattern', 'http://h/{mail}'], 64, '--value'],
    [['--pattern', 'http://h/{mail}', '--value', 'x', '--user', 'u'], 64, '--credential-file'],
    [['--user', 'u', '--value', 'x'], 64, 'belong to --pattern'],
    [[], 64, '--user EMAIL'],
  ])('%j ends with %i', async (words, code, said) => {
    const result = await runConnector(['avatar', 'test', ...words])
    expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(said) })
    expect(result.stderr).not.toMatch(/^\s+at /m)
  })
})

describe('avatar test --user', () => {
  const account = { dn: `CN=reader,${baseDn}`, password: 'secret' }
  let directory: EmbeddedDirectory
  let install: Install

  beforeAll(async () => {
    const person = (name: string, attributes: Readonly<Record<string, readonly (string | Uint8Array)[]>>) => ({
      dn: `CN=${name},OU=Staff,${baseDn}`,
      attributes: {
        objectClass: ['top', 'person', 'organizationalPerson', 'user'],
        objectCategory: [`CN=Person,CN=Schema,CN=Configuration,${baseDn}`],
        cn: [name],
        mail: [`${name}@corp.test`],
        ...attributes,
      },
    })
    directory = await startEmbeddedDirectory({
      kind: 'ad-ds',
      users: [account],
      entries: [
        person('ann', { thumbnailPhoto: [picture] }),
        person('bob', {}),
        person('eve', { thumbnailPhoto: [Buffer.from('%PDF-1.7 ÿ')] }),
      ],
    })
    install = makeInstall(settings(), {
      DIRECTORY_PASSWORD: account.password,
      STORE_TOKEN: 'unused',
      PICTURES: 'geheim',
    })
    expect(await install.run('init', '--settings', install.settingsFile)).toMatchObject({ code: 0 })
  })
  afterAll(async () => {
    install.remove()
    await directory.close()
  })

  function settings(avatar?: SettingsInput['avatar']): SettingsInput {
    const password = { env: 'DIRECTORY_PASSWORD' }
    return {
      version: 1,
      name: 'test',
      directory: {
        type: 'ad-ds',
        servers: [directory.url],
        bind: { method: 'simple', user: account.dn, password },
      },
      store: { url: 'http://127.0.0.1:1/scim', auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
      selection: { baseDns: [baseDn] },
      ...(avatar && { avatar }),
    }
  }

  async function use(avatar: SettingsInput['avatar']): Promise<void> {
    const imported = await install.run('settings', 'import', install.writeSettings('avatar.yaml', settings(avatar)))
    expect(imported).toMatchObject({ code: 0, stderr: '' })
  }

  test('needs settings that say where pictures are', async () => {
    expect(await install.run('avatar', 'test', '--user', 'ann@corp.test')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Error \(settings\): .*do not say where pictures[\s\S]*Where: avatar\n/),
    })
  })

  test('shows and saves what stands in an attribute, through a running service too', async () => {
    await use({ source: 'attribute' })
    const words = ['avatar', 'test', '--user', 'ann@corp.test', '--save', saved] as const
    rmSync(saved, { force: true })
    const { code, stdout } = await install.run(...words)
    expect(code).toBe(0)
    expect(stdout).toContain(
      `User: CN=ann,OU=Staff,${baseDn}\nAttribute: thumbnailPhoto\nPicture: JPEG, 24 × 18 pixels, ${size} bytes\n`,
    )
    expect(readFileSync(saved)).toEqual(picture)

    rmSync(saved)
    const service = await startService(install)
    const through = await install.run(...words)
    service.stop()
    await service.ended
    expect(through).toMatchObject({ code: 0, stdout })
    expect(readFileSync(saved)).toEqual(picture)
  })

  test.each([
    ['bob@corp.test', 'no-value', 'thumbnailPhoto has no value'],
    ['eve@corp.test', 'not-a-picture', 'seems to be a PDF file'],
    ['nobody@corp.test', 'user-not-found', 'nobody@corp.test'],
  ])('refuses the picture of %s (%s)', async (who, code, words) => {
    await use({ source: 'attribute', attribute: 'thumbnailPhoto' })
    const result = await install.run('avatar', 'test', '--user', who, '--json')
    expect(result.code).toBe(1)
    expect(result.json()).toEqual({
      error: {
        side: 'directory',
        code,
        message: expect.stringContaining(words),
        remedy: expect.stringMatching(/.\.$/),
        place: expect.stringContaining(who.replace(/@.*/, '')),
      },
    })
  })

  test('refuses an attribute that the directory does not know', async () => {
    await use({ source: 'attribute', attribute: 'thumbnailFoto' })
    const result = await install.run('avatar', 'test', '--user', 'ann@corp.test', '--json')
    expect(result.json()).toMatchObject({ error: { side: 'settings', code: 'unknown-attribute', place: 'avatar' } })
  })

  test('asks the resource server with the attributes of the person', async () => {
    const pattern = `${server.origin}/photo/{mail: .*?(?=@.*)}.jpg`
    await use({ source: 'server', pattern, allowPrivateAddresses: true })
    const { code, stdout } = await install.run('avatar', 'test', '--user', 'bob@corp.test')
    expect(code).toBe(0)
    expect(stdout).toContain(`Address: ${server.origin}/photo/bob.jpg\nRedirected to: ${server.origin}/moved/bob.gif\n`)
    expect(await install.run('avatar', 'test', '--user', 'eve@corp.test')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('has no picture at this address (404)'),
    })
    await use({ source: 'server', pattern })
    expect(await install.run('avatar', 'test', '--user', 'bob@corp.test')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('avatar.allowPrivateAddresses'),
    })
  })

  test('gives the resource server the password of the settings', async () => {
    const pattern = `${server.origin}/photo/{cn: zz|(?:.)(?=nn)}{cn}.jpg`
    server.on('/photo/aann.jpg', (response, asked) =>
      asked.headers.authorization === `Basic ${Buffer.from('pictures:geheim').toString('base64')}`
        ? sendBytes(picture)(response, asked)
        : response.writeHead(401).end(),
    )
    const credential = { user: 'pictures', password: { env: 'PICTURES' } }
    await use({ source: 'server', pattern, credential, allowPrivateAddresses: true })
    expect(await install.run('avatar', 'test', '--user', 'ann@corp.test')).toMatchObject({ code: 0 })
  })

  test.each([
    [
      { source: 'server', pattern: 'http://h/{mail:(?!x)}' },
      'avatar.pattern cannot be used: The pattern is wrong at position 16',
    ],
    [{ source: 'server' }, 'avatar.pattern is missing'],
    [{ source: 'attribute', pattern: 'x' }, 'avatar.pattern is not a setting'],
    [{ source: 'attribute', attribute: 'thumbnail photo' }, 'avatar.attribute must be the name of an attribute'],
    [{ source: 'server', pattern: 'http://h/{mail}', credential: { user: 'a:b', password: { env: 'X' } } }, 'colon'],
    [
      { source: 'server', pattern: 'http://h/{mail}', credential: { user: 'a', password: 'hunter2' } },
      'must be { env: NAME }',
    ],
  ])('settings with %j are refused', async (avatar, words) => {
    const file = install.writeSettings('wrong.yaml', { ...settings(), avatar })
    const { code, stderr } = await install.run('settings', 'validate', file)
    expect([code, stderr]).toEqual([1, expect.stringContaining(words)])
  })
})
