import { mapUser } from '../../mapping/mapUser.ts'
import { traceUser } from '../../mapping/traceUser.ts'
import type { Link } from '../../model/link.ts'
import type { Organization } from '../../model/organization.ts'
import type { CurrentUser, DesiredUser } from '../../model/resource.ts'
import { diff } from '../../plan/diff.ts'
import { otherDomainOf } from '../../plan/otherDomainOf.ts'
import { protectedBy } from '../../plan/protectedBy.ts'
import { withoutIgnored } from '../../plan/withoutIgnored.ts'
import { identifyingMark } from '../../selection/identifyingMark.ts'
import type { Scope } from '../../stages/scope.ts'
import type { SyncParts } from '../../stages/syncParts.ts'
import { withMark } from '../../stages/withMark.ts'
import type { EntryToExplain } from './entryToExplain.ts'
import { explainPicture } from './explainPicture.ts'
import type { ExplainedEntry, ExplainedResource } from './explanation.ts'
import { rivalsOf } from './rivalsOf.ts'

type ExplainedUser = Pick<
  ExplainedEntry,
  'room' | 'rows' | 'skipped' | 'rivals' | 'pending' | 'isProtected' | 'resource' | 'picture'
>

/** What decides about a user or a room, and about the picture. */
export async function explainUser(
  parts: SyncParts,
  what: Scope,
  { entry, link, baseDn }: EntryToExplain,
): Promise<ExplainedUser> {
  const { selection, mapping, organization } = what
  const room = identifyingMark(entry.attributes, selection.rooms)
  const as = room === null ? 'user' : 'room'
  const mapped = mapUser(entry, mapping, as)
  const user = mapped.kind === 'mapped' ? withMark(mapped.user, organization) : null
  const uid = user?.values.uid ?? null
  const resource = await resourceOf(parts, link, uid, organization)
  const isProtected = protectedBy(parts.settings.guards.protected)
  const rivals = uid === null || baseDn === null ? [] : await rivalsOf(parts, what, uid, entry.anchor)
  const isOurs = (resource?.otherDomain ?? null) === null
  const isPlanned = user !== null && baseDn !== null && isOurs && rivals.length === 0
  return {
    room,
    rows: traceUser(entry, mapping, as),
    skipped: mapped.kind === 'skipped' ? mapped.reason.message : null,
    rivals,
    pending: isPlanned && resource ? pendingChange(parts, what, user, resource.user) : null,
    isProtected: [uid, resource?.user.values.uid ?? null].some((one) => isProtected({ uid: one, dn: entry.dn })),
    resource,
    picture: isPlanned
      ? await explainPicture(parts, { user: { ...user, baseDn }, entry, current: resource?.user ?? null })
      : null,
  }
}

export function explainedResource(
  user: CurrentUser,
  by: ExplainedResource['by'],
  organization: Organization,
): ExplainedResource {
  const { uid, connectorDomain } = user.values
  const otherDomain = otherDomainOf(organization, 'user', { name: uid ?? '', domain: connectorDomain ?? null })
  return { user, by, otherDomain }
}

function pendingChange(
  { state }: SyncParts,
  { managed }: Scope,
  desired: DesiredUser,
  current: CurrentUser,
): ExplainedEntry['pending'] {
  const compared = managed.filter((name) => name !== 'manager')
  const { kept } = withoutIgnored(
    diff(desired.values, current.values, compared),
    state.links.ignoredOf('user', current.id),
  )
  return { ...kept, active: { before: current.active, after: desired.active } }
}

async function resourceOf(
  { target }: SyncParts,
  link: Link | null,
  uid: string | null,
  organization: Organization,
): Promise<ExplainedResource | null> {
  const linked = link === null ? null : await target.readUser(link.resourceId)
  if (linked) return explainedResource(linked, 'link', organization)
  const user = uid === null ? null : await target.findUser(uid)
  return user && explainedResource(user, 'uid or e-mail', organization)
}
