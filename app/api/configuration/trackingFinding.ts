import { ConnectorError } from '../../model/error.ts'
import type { Finding } from '../../model/finding.ts'
import type { Settings } from '../../settings/schema.ts'
import type { Source } from '../../source/source.ts'
import { trackChanges } from '../../stages/trackChanges.ts'

/** How incremental syncs will find changes in this directory, and what a better way would need. */
export async function trackingFinding(
  settings: Pick<Settings, 'directory' | 'selection'>,
  source: Source,
): Promise<Finding> {
  const about = { side: 'directory', subject: 'changes' } as const
  try {
    await using tracking = await trackChanges({ source, settings }, settings.selection.baseDns)
    if (tracking !== null) return { ...about, level: 'ok', message: tracking.explanation, remedy: '' }
    return {
      ...about,
      level: 'warning',
      message:
        'The directory does not tell changes to this account: every incremental sync reads it whole and compares.',
      remedy: 'Give the account the right to read uSNChanged or modifyTimestamp.',
    }
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    const { side, message, remedy } = error
    return { level: 'error', side, subject: about.subject, message, remedy }
  }
}
