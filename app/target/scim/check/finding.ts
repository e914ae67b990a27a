import type { Finding } from '../../../model/finding.ts'

/** A finding about the store; the remedy is empty only for `ok`. */
export function finding(level: Finding['level'], subject: string, message: string, remedy: string): Finding {
  return { level, side: 'store', subject, message, remedy }
}
