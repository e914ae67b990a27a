import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readUpdatePlace } from '../../../../main/desktop/updates/readUpdatePlace.ts'

describe('The place of newer versions', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'connector-place-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const placeOf = (text: string) => {
    const file = join(folder, 'app-update.yml')
    writeFileSync(file, text)
    return readUpdatePlace(file)
  }
  const at = (url: string) =>
    placeOf(`provider: generic\nurl: ${url}\nupdaterCacheDirName: directory-connector-updater\n`)

  test('is none in a build that has no such file', () => {
    expect(readUpdatePlace(join(folder, 'absent.yml'))).toEqual({ kind: 'none' })
  })

  test('is known as the build wrote it, with the publishers', () => {
    expect(at('https://updates.example.com/connector')).toEqual({ kind: 'known', publishers: [] })
    const named = (publisher: string) =>
      placeOf(`provider: generic\nurl: https://a.example\npublisherName: ${publisher}\n`)
    expect(named('Example GmbH')).toEqual({ kind: 'known', publishers: ['Example GmbH'] })
    expect(named('[Example GmbH, Example Ltd]')).toEqual({ kind: 'known', publishers: ['Example GmbH', 'Example Ltd'] })
    expect(named('null')).toEqual({ kind: 'known', publishers: [] })
    expect(named('""')).toMatchObject({ kind: 'unusable' })
  })

  test.each([
    'http://updates.example.com',
    'http://10.0.0.1/',
    'ftp://a.example',
    'http://localhost.example.com',
    'nowhere',
  ])('is not asked at %s', (url) => {
    expect(at(url)).toEqual({ kind: 'unusable', why: expect.stringMatching(/app-update\.yml cannot be used: url /) })
  })

  test.each(['http://127.0.0.1:8080/', 'http://localhost:1/x', 'http://[::1]:1/'])(
    'may be on this computer: %s',
    (url) => {
      expect(at(url)).toMatchObject({ kind: 'known' })
    },
  )

  test('is not asked in a way that was not thought of, or that cannot be read', () => {
    expect(placeOf('provider: github\nowner: a\nrepo: b\n')).toMatchObject({ kind: 'unusable' })
    expect(placeOf('provider: [')).toMatchObject({ kind: 'unusable' })
    expect(placeOf('')).toMatchObject({ kind: 'unusable' })
  })
})
