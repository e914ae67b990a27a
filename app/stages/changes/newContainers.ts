import type { Location, Tracking } from '../../source/tracking.ts'
import type { Gathering } from './gathering.ts'

/** Classes of entries that hold others. */
const containers = `(|${[
  'organizationalUnit',
  'container',
  'builtinDomain',
  'organization',
  'locality',
  'country',
  'domain',
  'dcObject',
  'nsContainer',
]
  .map((name) => `(objectClass=${name})`)
  .join('')})`

/** A container that came in from elsewhere brings people along who did not change. */
export async function newContainers(
  { workspace, held, gaps }: Gathering,
  tracking: Tracking,
): Promise<readonly Location[]> {
  const found: Location[] = []
  const request = { kind: 'user' as const, baseDns: held.baseDns, filter: containers, attributes: [] }
  for (const anchors of workspace.focus.unknownTold()) {
    for await (const event of tracking.readAnchors(request, anchors)) {
      if (event.kind === 'gap') gaps.push(event.gap)
      else found.push(...event.entries)
    }
  }
  return found
}
