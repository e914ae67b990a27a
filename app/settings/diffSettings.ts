import { canonicalJson } from './canonicalJson.ts'
import type { Settings } from './schema.ts'

/** A value as it stands in the settings file; a list and a reference to a secret count as one value. */
export type SettingsValue =
  | string
  | number
  | boolean
  | null
  | readonly SettingsValue[]
  | { readonly [key: string]: SettingsValue }

/** One setting that is not the same; `path` is written like `directory.tls.verify`. */
export type SettingsDifference =
  | { readonly kind: 'added'; readonly path: string; readonly after: SettingsValue }
  | { readonly kind: 'removed'; readonly path: string; readonly before: SettingsValue }
  | { readonly kind: 'changed'; readonly path: string; readonly before: SettingsValue; readonly after: SettingsValue }

type Section = Readonly<Record<string, SettingsValue | undefined>>

/** What is not the same from `before` to `after`, in the order of the file. Secrets are shown as they are: references. */
export function diffSettings(before: Settings, after: Settings): readonly SettingsDifference[] {
  return diffSections(before as Section, after as Section, '')
}

function diffSections(before: Section, after: Section, prefix: string): readonly SettingsDifference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => diffValues(before[key], after[key], prefix + key))
}

function diffValues(
  before: SettingsValue | undefined,
  after: SettingsValue | undefined,
  path: string,
): readonly SettingsDifference[] {
  if (before === undefined) return after === undefined ? [] : [{ kind: 'added', path, after }]
  if (after === undefined) return [{ kind: 'removed', path, before }]
  if (isSection(before) && isSection(after)) return diffSections(before, after, `${path}.`)
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ kind: 'changed', path, before, after }]
}

function isSection(value: SettingsValue): value is { readonly [key: string]: SettingsValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('env' in value || 'file' in value)
}
