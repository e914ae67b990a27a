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

/** The same with the keys that lead to the setting. */
export type SettingsChange =
  | {
      readonly kind: 'set'
      readonly keys: readonly string[]
      readonly before?: SettingsValue
      readonly after: SettingsValue
    }
  | { readonly kind: 'removed'; readonly keys: readonly string[]; readonly before: SettingsValue }

/**
 * What is not the same from `before` (null for none at all) to `after`, in the order of the file. Secrets are shown as they
 * are: references.
 */
export function diffSettings(before: Settings | null, after: Settings): readonly SettingsDifference[] {
  return settingsChanges(before, after).map((change) => {
    const path = change.keys.join('.')
    if (change.kind === 'removed') return { kind: 'removed', path, before: change.before }
    const { before: replaced, after: value } = change
    return replaced === undefined
      ? { kind: 'added', path, after: value }
      : { kind: 'changed', path, before: replaced, after: value }
  })
}

/** What makes `after` of `before`, one setting at a time. */
export function settingsChanges(before: Settings | null, after: Settings): readonly SettingsChange[] {
  return diffSections((before ?? {}) as Section, after as Section, [])
}

function diffSections(before: Section, after: Section, above: readonly string[]): readonly SettingsChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => diffValues(before[key], after[key], [...above, key]))
}

function diffValues(
  before: SettingsValue | undefined,
  after: SettingsValue | undefined,
  keys: readonly string[],
): readonly SettingsChange[] {
  if (before === undefined) return after === undefined ? [] : [{ kind: 'set', keys, after }]
  if (after === undefined) return [{ kind: 'removed', keys, before }]
  if (isSection(before) && isSection(after)) return diffSections(before, after, keys)
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ kind: 'set', keys, before, after }]
}

function isSection(value: SettingsValue): value is { readonly [key: string]: SettingsValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('env' in value || 'file' in value)
}
