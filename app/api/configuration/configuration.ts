import type { Finding } from '../../model/finding.ts'
import type { SettingsDifference } from '../../settings/diffSettings.ts'
import type { SecretReference, Settings, SettingsInput } from '../../settings/schema.ts'

/** What is wrong with one setting, for the field that shows it. */
export interface FieldProblem {
  /** `directory.servers[0]`; `the file` for the whole. */
  readonly place: string
  /** Sentences: what is wrong, and where it helps, what to do. */
  readonly message: string
  /** 1-based place in a filter or an expression; null where there is none. */
  readonly position: number | null
}

export interface CheckedDraft {
  /** Null while there are problems. */
  readonly settings: Settings | null
  readonly problems: readonly FieldProblem[]
  /** These and the following are empty, and `needsDryRun` false, while there are problems. */
  readonly warnings: readonly Finding[]
  /** What differs from the saved settings; everything is `added` before the first ones are saved. */
  readonly differences: readonly SettingsDifference[]
  /** Whether a plan made before can no longer be applied with these settings (DC-42). */
  readonly needsDryRun: boolean
}

export interface SavedSettings {
  readonly settings: Settings
  /** Names this state of the settings: saving over another one is refused. */
  readonly revision: string
}

/** The settings of the data folder. A draft is what a page holds and has not saved; secrets are in neither. */
export interface Configuration {
  /** Null before the first settings are saved. @throws ConnectorError (side settings) when the file cannot be read */
  saved(): Promise<SavedSettings | null>
  /** Looks at everything that can be looked at without a network. Never throws for what is in the draft. */
  check(draft: SettingsInput): Promise<CheckedDraft>
  /**
   * Saves a draft over the state that it was made from, null for none.
   * @throws ConnectorError (side settings) `invalid-settings`, `settings-changed-meanwhile`; nothing is then saved
   */
  save(draft: SettingsInput, revision: string | null): Promise<SavedSettings>
  /** Keeps a secret in a file of the data folder that only its account can read, for settings that are saved later. */
  keepSecret(purpose: 'directory' | 'store' | 'avatar', value: string): Promise<SecretReference>
}
