import type { Anchor } from '../../app/model/anchor.ts'
import type { Gap } from '../../app/model/gap.ts'
import type { Watermark } from '../../app/model/watermark.ts'
import type { ChangeEvent, Tracking } from '../../app/source/tracking.ts'

/** Everything that was told since a watermark. */
export interface ToldChanges {
  /** DN by anchor, the last one told. */
  readonly changed: ReadonlyMap<Anchor, string>
  readonly deleted: ReadonlySet<Anchor>
  readonly gaps: readonly Gap[]
  readonly last: Extract<ChangeEvent, { readonly kind: 'end' | 'lost' }>
  /** From the end. */
  readonly watermark: Watermark | undefined
}

/** Reads to the end, which must be there once. */
export async function readChanges(tracking: Tracking, since: Watermark): Promise<ToldChanges> {
  const changed = new Map<Anchor, string>()
  const deleted = new Set<Anchor>()
  const gaps: Gap[] = []
  let last: ToldChanges['last'] | undefined
  for await (const event of tracking.changesSince(since)) {
    if (last !== undefined) throw new Error(`A ${event.kind} followed the ${last.kind}.`)
    if (event.kind === 'changed') for (const { anchor, dn } of event.entries) changed.set(anchor, dn)
    else if (event.kind === 'deleted') for (const anchor of event.anchors) deleted.add(anchor)
    else if (event.kind === 'gap') gaps.push(event.gap)
    else last = event
  }
  if (last === undefined) throw new Error('Neither end nor lost came.')
  return { changed, deleted, gaps, last, watermark: last.kind === 'end' ? last.watermark : undefined }
}
