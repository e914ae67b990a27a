import type { Tracking } from '../../source/tracking.ts'
import type { Gathering } from './gathering.ts'
import { readUnread } from './readUnread.ts'

/** Who refers to an entry, as far as the directory says. */
const backward = ['memberOf', 'directReports']

/**
 * References are kept as DNs, and a directory rewrites them without telling when somebody moves, goes or comes back: who
 * refers to a place that changed hands is read again, until nobody else is found.
 */
export async function followReferences(gathering: Gathering, tracking: Tracking | null): Promise<void> {
  const { workspace, held, gaps } = gathering
  const { focus } = workspace
  for (let found = 1; found > 0; ) {
    focus.focusOnReferrers()
    if (tracking !== null) {
      const request = { kind: 'user' as const, baseDns: held.baseDns, filter: '(objectClass=*)', attributes: backward }
      for (const anchors of focus.takeAppeared()) {
        for await (const event of tracking.readAnchors(request, anchors)) {
          if (event.kind === 'gap') gaps.push(event.gap)
          else focus.focusOnDns(event.entries.flatMap(({ attributes }) => referrersIn(attributes)))
        }
      }
    }
    found = await readUnread(gathering, tracking)
  }
}

function referrersIn(attributes: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return backward.flatMap((name) => attributes[name.toLowerCase()] ?? [])
}
