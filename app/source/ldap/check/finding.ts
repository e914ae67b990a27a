import { ConnectorError } from '../../../model/error.ts'
import type { Finding } from '../../../model/finding.ts'
import { ConnectionLostError } from '../protocol/connectionLostError.ts'

/** Something that is as it should be. */
export function good(subject: string, message: string): Finding {
  return { level: 'ok', side: 'directory', subject, message, remedy: '' }
}

/** Something that works but should be known. */
export function warning(subject: string, message: string, remedy: string): Finding {
  return { level: 'warning', side: 'directory', subject, message, remedy }
}

/** A failure as a finding; throws whatever is no failure of settings, network or directory. */
export function asFinding(subject: string, error: unknown): Finding {
  if (error instanceof ConnectorError) {
    return { level: 'error', side: error.side, subject, message: error.message, remedy: error.remedy }
  }
  if (error instanceof ConnectionLostError) {
    const remedy = 'Check that the directory service is healthy, and look into its log.'
    return { level: 'error', side: 'directory', subject, message: `The answer did not come: ${error.detail}.`, remedy }
  }
  throw error
}
