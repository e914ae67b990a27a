import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPem } from '../../app/settings/readPem.ts'
import { readSecret } from '../../app/settings/readSecret.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secrets-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function secretFile(text: string): Promise<string> {
  await writeFile(join(folder, 'secret'), text, { mode: 0o600 })
  return 'secret'
}

describe('readSecret', () => {
  test('reads an environment variable', async () => {
    const secret = await readSecret({ env: 'STORE_TOKEN' }, folder, { STORE_TOKEN: 'hunter2' })
    expect(secret).toEqual({ value: 'hunter2', findings: [] })
  })

  test.each([
    ['not set', {}],
    ['empty', { STORE_TOKEN: '' }],
  ])('names the variable that is %s', async (state, environment) => {
    await expect(readSecret({ env: 'STORE_TOKEN' }, folder, environment)).rejects.toMatchObject({
      side: 'settings',
      code: 'secret-missing',
      message: `The environment variable STORE_TOKEN is ${state}.`,
      place: 'STORE_TOKEN',
    })
  })

  test.each([
    ['as it is', 'hunter2', 'hunter2'],
    ['without the newline at its end', 'hunter2\n', 'hunter2'],
    ['without the Windows newline at its end', 'hunter2\r\n', 'hunter2'],
    ['with the spaces and newlines that belong to it', ' a\nb \n\n', ' a\nb \n'],
  ])('reads a file beside the settings %s', async (_, text, value) => {
    const secret = await readSecret({ file: await secretFile(text) }, folder, {})
    expect(secret).toEqual({ value, findings: [] })
  })

  test.each(['', '\n'])('takes a file that holds %j for missing', async (text) => {
    await expect(readSecret({ file: await secretFile(text) }, folder, {})).rejects.toMatchObject({
      code: 'secret-missing',
      message: `The secret file ${join(folder, 'secret')} is empty.`,
    })
  })

  test('names a file that is not there', async () => {
    await expect(readSecret({ file: 'nowhere' }, folder, {})).rejects.toMatchObject({
      side: 'settings',
      code: 'secret-missing',
      message: `The secret file ${join(folder, 'nowhere')} cannot be read: it does not exist.`,
    })
  })

  if (process.platform !== 'win32')
    test('warns of a file that others may open', async () => {
      const file = await secretFile('hunter2')
      await chmod(join(folder, file), 0o644)
      const { findings } = await readSecret({ file }, folder, {})
      expect(findings).toEqual([
        {
          level: 'warning',
          side: 'settings',
          subject: `secret file ${join(folder, 'secret')}`,
          message: 'Other accounts of this computer may open it (mode 0644).',
          remedy: `chmod 600 ${join(folder, 'secret')}`,
        },
      ])
    })
})

describe('readPem', () => {
  test('reads a PEM file beside the settings', async () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
    await writeFile(join(folder, 'ca.pem'), pem)
    expect(await readPem('ca.pem', folder)).toBe(pem)
  })

  test('says how a DER file is converted', async () => {
    await writeFile(join(folder, 'ca.cer'), Uint8Array.of(0x30, 0x82, 0x01, 0x0a))
    await expect(readPem('ca.cer', folder)).rejects.toMatchObject({
      side: 'settings',
      code: 'not-pem',
      remedy: expect.stringContaining('openssl x509 -inform der'),
    })
  })

  test('names a file that is not there', async () => {
    await expect(readPem('ca.pem', folder)).rejects.toMatchObject({
      side: 'settings',
      code: 'pem-unreadable',
      message: `The file ${join(folder, 'ca.pem')} cannot be read: it does not exist.`,
    })
  })
})
