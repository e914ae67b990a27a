import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { shortestText } from './exampleSettings.ts'

async function validator() {
  const schema = JSON.parse(await readFile('resources/settings.schema.json', 'utf8'))
  return new Ajv2020({ strict: false, formats: { uri: true } }).compile(schema)
}

describe('resources/settings.schema.json', () => {
  test('is what the settings say now (else: npm run schema)', async () => {
    await promisify(execFile)(process.execPath, ['build/settingsSchema.ts', '--check'])
  })

  test('accepts the example and the shortest settings', async () => {
    const validate = await validator()
    expect(validate(parse(await readFile('resources/settings.example.yaml', 'utf8')))).toBe(true)
    expect(validate(parse(shortestText))).toBe(true)
  })

  test.each([
    ['an unknown key', { color: 'red' }],
    ['a wrong version', { version: 2 }],
    ['an unknown cloud attribute', { mapping: { shoeSize: 'a' } }],
  ])('refuses %s', async (_, extra) => {
    const validate = await validator()
    expect(validate({ ...parse(shortestText), ...extra })).toBe(false)
  })

  test('refuses a secret that stands in the file', async () => {
    const validate = await validator()
    expect(validate(parse(shortestText.replace('{ env: STORE_TOKEN }', 'hunter2')))).toBe(false)
  })
})
