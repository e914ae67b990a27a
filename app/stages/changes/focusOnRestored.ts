import type { Tracking } from '../../source/tracking.ts'
import type { Gathering } from './gathering.ts'

/**
 * Whoever referred to a tombstone does so no longer once it is restored, and is not told (MS-ADTS 3.1.1.5.5): when both
 * happened since the last run, nothing of the restored entry itself shows it but that it knows its last parent.
 */
export async function focusOnRestored({ parts, workspace, held, gaps }: Gathering, tracking: Tracking): Promise<void> {
  if (parts.settings.directory.type === 'ldap') return
  const request = { kind: 'user' as const, baseDns: held.baseDns, filter: '(lastKnownParent=*)', attributes: [] }
  for (const anchors of workspace.focus.knownTold()) {
    for await (const event of tracking.readAnchors(request, anchors)) {
      if (event.kind === 'gap') gaps.push(event.gap)
      else workspace.focus.focusOnReferrersTo(event.entries.map(({ dn }) => dn))
    }
  }
}
