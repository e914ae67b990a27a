import type { Watermark } from '../../../model/watermark.ts'
import type { ChangeEvent } from '../../tracking.ts'
import type { ChangeFeed } from './changeFeed.ts'

/** What a feed tells since a watermark, which another method may have made. */
export async function* watermarkedChanges(
  feed: ChangeFeed,
  server: string,
  watermark: Watermark,
): AsyncGenerator<ChangeEvent, void, void> {
  const { method } = feed
  if (watermark.method !== method) {
    const message = `Changes were found by ${watermark.method} (${watermark.server}) until now, and are found by ${method} (${server}) from now on.`
    yield { kind: 'lost', message }
    return
  }
  for await (const event of feed.changesSince(watermark.position)) {
    if (event.kind !== 'end') {
      yield event
      continue
    }
    const { position, deletions } = event
    yield { kind: 'end', watermark: { method, server, position }, deletions }
  }
}
