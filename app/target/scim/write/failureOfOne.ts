import { ConnectorError } from '../../../model/error.ts'
import type { WriteResult } from '../../target.ts'

/** Failures of a read on the way of a write that say nothing about the store as a whole. */
const codesOfOne: ReadonlySet<string> = new Set(['unavailable', 'forbidden', 'unexpected-answer'])

/** Turns such a failure into the result of the one write; what stops every write goes on being thrown. */
export async function failureOfOne(action: () => Promise<WriteResult>): Promise<WriteResult> {
  try {
    return await action()
  } catch (failure) {
    if (!(failure instanceof ConnectorError) || !codesOfOne.has(failure.code)) throw failure
    return { kind: 'failed', code: 'unavailable', message: failure.message, remedy: failure.remedy, retries: 0 }
  }
}
