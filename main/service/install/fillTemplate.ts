import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../build/service')

/** Reads a template of build/service and puts `values` where their names stand between @ signs. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return readFileSync(join(folder, template), 'utf8').replaceAll(/@([A-Z_]+)@/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${template} needs a value for ${name}.`)
    return value
  })
}
