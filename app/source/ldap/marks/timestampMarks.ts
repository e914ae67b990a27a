import type { EntryMarks } from '../reading/entryMarks.ts'
import { parseGeneralizedTime } from '../tracking/generalizedTime.ts'

/**
 * Marks by modifyTimestamp, which counts whole seconds: one that is not older than `before` (milliseconds by the server's
 * clock) is none, because a later change could still bear the same time.
 */
export function timestampMarks(server: string, before: number): EntryMarks {
  return {
    requested: ['modifyTimestamp'],
    of(aside) {
      const [text = ''] = aside.modifytimestamp ?? []
      const time = parseGeneralizedTime(text)
      return time !== undefined && time < before ? `${server} ${text}` : undefined
    },
  }
}
