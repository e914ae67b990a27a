import type { PlanReport } from './planReport.ts'

const shownNames = 5

/** Pictures that were refused for the same kind of reason. */
export interface RefusedPictures {
  readonly code: string
  readonly count: number
  /** Of the first five. */
  readonly names: readonly string[]
  /** Of the first one; `isSame` tells whether it is everybody's. */
  readonly problem: string
  readonly remedy: string
  readonly isSame: boolean
}

/** The refused pictures of a plan, summed up by the code of their problem, the most frequent first. */
export function refusedPictures(report: Pick<PlanReport, 'header' | 'objects'>): readonly RefusedPictures[] {
  const found = new Map<string, RefusedPictures>()
  for (const { name, reason } of report.header.counts.avatars.skipped > 0 ? report.objects('skipped') : []) {
    if (reason.kind !== 'picture-refused') continue
    const { code, problem, remedy } = reason
    const known = found.get(code) ?? { code, count: 0, names: [], problem, remedy, isSame: true }
    found.set(code, {
      ...known,
      count: known.count + 1,
      names: known.names.length < shownNames ? [...known.names, name] : known.names,
      isSame: known.isSame && problem === known.problem && remedy === known.remedy,
    })
  }
  return [...found.values()].toSorted((one, other) => other.count - one.count)
}
