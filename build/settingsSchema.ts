import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { settingsSchema } from '../app/settings/schema.ts'

const file = resolve(import.meta.dirname, '../resources/settings.schema.json')

/** The JSON Schema of the settings file, for editors and for pipelines, as text that ends in a newline. */
function settingsJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(settingsSchema, { io: 'input' })
  const published = { $schema, title: 'Settings of Directory Connector', ...schema }
  return `${JSON.stringify(published, null, 2)}\n`
}

const schema = settingsJsonSchema()
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8')) !== schema) {
    console.error(`${file} is not what the settings say now. Run: npm run schema`)
    process.exitCode = 1
  }
} else await writeFile(file, schema)
