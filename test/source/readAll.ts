import type { Entry } from '../../app/model/entry.ts'
import type { Gap } from '../../app/model/gap.ts'
import type { ReadRequest, Source } from '../../app/source/source.ts'

/** Everything that one read yields. */
export interface WholeRead {
  readonly entries: readonly Entry[]
  readonly gaps: readonly Gap[]
  /** Entries of each page, in order. */
  readonly pages: readonly number[]
}

/** Reads to the end. */
export async function readAll(source: Source, request: ReadRequest): Promise<WholeRead> {
  const entries: Entry[] = []
  const gaps: Gap[] = []
  const pages: number[] = []
  for await (const event of source.read(request)) {
    if (event.kind === 'gap') gaps.push(event.gap)
    else {
      entries.push(...event.entries)
      pages.push(event.entries.length)
    }
  }
  return { entries, gaps, pages }
}
