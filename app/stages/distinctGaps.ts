import type { Gap } from '../model/gap.ts'

/** The same hindrance, met at several questions, is one gap. */
export function distinctGaps(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.kind} ${gap.baseDn} ${gap.message}`, gap])).values()]
}
