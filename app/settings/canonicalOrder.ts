import { cloudAttributes } from '../model/cloudAttribute.ts'
import { type Settings, settingsSchema } from './schema.ts'

/** The same settings with their keys in the order of the schema, and no key without a value. */
export function canonicalOrder(settings: Settings): Settings {
  const plain: unknown = JSON.parse(JSON.stringify(settings))
  const ordered = settingsSchema.parse(plain)
  const named = cloudAttributes.filter((attribute) => ordered.mapping[attribute] !== undefined)
  const mapping = Object.fromEntries(named.map((attribute) => [attribute, ordered.mapping[attribute]]))
  return { ...ordered, mapping: mapping as Settings['mapping'] }
}
