/** A step into the settings: a key, or the 0-based place in a list. */
export type SettingsPath = readonly (string | number)[]

/** One thing that is wrong with a settings file. */
export interface SettingsProblem {
  readonly path: SettingsPath
  /** What follows the name of the setting: `must be at least 1`. Never holds a value that could be a secret. */
  readonly message: string
}

/** `directory.servers[0]`, as messages name a setting. The whole file is `the file`. */
export function pathText(path: SettingsPath): string {
  if (path.length === 0) return 'the file'
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')
}
