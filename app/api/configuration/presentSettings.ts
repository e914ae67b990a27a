import { ConnectorError } from '../../model/error.ts'
import type { Settings } from '../../settings/schema.ts'

/** The settings as they are found now. */
export type PresentSettings =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly error: ConnectorError }
  | { readonly kind: 'there'; readonly settings: Settings }

/** Never throws for what an administrator can mend. */
export async function presentSettings(loadSettings: () => Promise<Settings>): Promise<PresentSettings> {
  try {
    return { kind: 'there', settings: await loadSettings() }
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    return error.code === 'not-set-up' ? { kind: 'none' } : { kind: 'broken', error }
  }
}
