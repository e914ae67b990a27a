import type { Watermark } from '../model/watermark.ts'
import type { EventRecorder } from './syncParts.ts'

/**
 * A position as the watermark of what was read, when that came from the same server, so that nothing in it is older; null,
 * and an event, when another server gave some of it.
 */
export function ofOneServer(
  position: Watermark,
  servers: ReadonlySet<string>,
  record: EventRecorder,
): Watermark | null {
  const others = [...servers].filter((server) => server !== position.server)
  if (others.length === 0) return position
  const message = `The directory was read from ${others.join(', ')} after ${position.server} had failed: the next incremental sync compares the directory whole.`
  record([{ level: 'warning', side: 'directory', code: 'server-changed', message }])
  return null
}
