import type { Change, ChangeReason, Outcome } from '../../app/model/change.ts'
import type { EntryKind } from '../../app/model/entry.ts'
import type { Link } from '../../app/model/link.ts'
import type { ObjectKind } from '../../app/model/objectKind.ts'
import type { Photo } from '../../app/model/photo.ts'
import type { CurrentContact, CurrentGroup, CurrentUser, UserValues } from '../../app/model/resource.ts'
import { uidKey } from '../../app/model/uidKey.ts'
import type { PlanItem } from '../../app/plan/planItem.ts'
import type { RecordedChange } from '../../app/state/state.ts'
import { planUndo } from '../../app/undo/planUndo.ts'
import { traceRun } from '../../app/undo/runTraces.ts'
import type { UndoFacts, UndoPolicy } from '../../app/undo/undoFacts.ts'

/** Store and links in memory, and what a run did to them. */
export interface UndoWorld {
  readonly users: CurrentUser[]
  readonly groups: (CurrentGroup & { readonly members: readonly string[] })[]
  readonly contacts: CurrentContact[]
  readonly links: Link[]
  /** The pictures that were sent last, by the resource id of their user. */
  readonly sent: Map<string, Photo>
  readonly did: RecordedChange[]
  readonly policy: UndoPolicy
}

export function undoWorld(policy: Partial<UndoPolicy> = {}): UndoWorld {
  return {
    users: [],
    groups: [],
    contacts: [],
    links: [],
    sent: new Map(),
    did: [],
    policy: { runId: 7, softDeleteDays: 7, isProtected: () => false, organization: { kind: 'alone' }, ...policy },
  }
}

export function userOf(id: string, values: UserValues, options: Partial<CurrentUser> = {}): CurrentUser {
  const emails = values.uid ? [values.uid] : []
  const photo = { kind: 'unknown' } as const
  return { kind: 'user', id, version: null, active: true, administrator: false, values, emails, photo, ...options }
}

export function contactOf(id: string, values: UserValues): CurrentContact {
  return { kind: 'contact', id, version: null, values, emails: values.uid ? [values.uid] : [] }
}

/** A picture of which nothing but a digest is kept. */
export function pictureOf(name: string): Photo {
  return { value: `sha256:${name}`, mediaType: 'image/png', size: 100 }
}

/** A picture of which the store has the address. */
export function linkedPictureOf(name: string): Photo {
  return { value: `https://pictures.test/${name}`, mediaType: null, size: null }
}

export function groupOf(id: string, displayName: string, members: readonly string[] = []): UndoWorld['groups'][number] {
  return { kind: 'group', id, version: null, displayName, externalId: null, connectorDomain: null, members }
}

/** The link of the entry `a-ID`. */
export function linkOf(id: string, options: Partial<Link> = {}): Link {
  const identity = { anchor: `a-${id}`, kind: 'user' as const, resourceId: id, name: id, dn: `CN=${id}` }
  return { ...identity, baseDn: 'DC=test', vanishedAt: null, ...options }
}

export function linkOfContact(id: string, options: Partial<Link> = {}): Link {
  return linkOf(id, { kind: 'contact', ...options })
}

/** What a run did: everything that is not said is ordinary; the outcome is `done`. */
export function didOf(
  id: string,
  change: Pick<Change, 'kind' | 'before' | 'after'> & Partial<Change>,
  ignored: readonly string[] = [],
): RecordedChange {
  const reason: ChangeReason = change.reason ?? { kind: 'differs', attributes: [] }
  const identity = {
    objectKind: 'user' as const,
    name: `${id}@x`,
    dn: `CN=${id}`,
    baseDn: 'DC=test',
    anchor: `a-${id}`,
  }
  const outcome: Outcome = { kind: 'done', resourceId: id, ignored }
  return { change: { position: 1, ...identity, resourceId: id, version: null, reason, ...change }, outcome }
}

export function undone({ users, groups, contacts, links, sent, did, policy }: UndoWorld): readonly PlanItem[] {
  const facts: UndoFacts = {
    current: {
      user: (id: string) => users.find((user) => user.id === id) ?? null,
      usersNamed: (name: string) =>
        users.filter(({ values, emails }) => [values.uid ?? '', ...emails].some((one) => uidKey(one) === uidKey(name))),
      group: (id: string) => groups.find((group) => group.id === id) ?? null,
      groupsNamed: (name: string) => groups.filter(({ displayName }) => uidKey(displayName) === uidKey(name)),
      members: (id: string) => new Set(groups.find((group) => group.id === id)?.members ?? []),
      contact: (id: string) => contacts.find((contact) => contact.id === id) ?? null,
      contactsNamed: (name: string) =>
        contacts.filter(({ values, emails }) =>
          [values.displayName ?? '', ...emails].some((one) => uidKey(one) === uidKey(name)),
        ),
    },
    link: (anchor: string) => links.find((link) => link.anchor === anchor) ?? null,
    linkOfResource: (kind: EntryKind, id: string) =>
      links.find((link) => link.kind === kind && link.resourceId === id) ?? null,
    photoOf: (id: string) => sent.get(id) ?? null,
  }
  return [...planUndo(did, traceRun(did), facts, policy)]
}

/**
 * One line for each item: `reactivate u1 {…} (deactivate, ends)`, `as-before u1`, `note u1 title`. Rooms and pictures are
 * called so: `delete avatar u1 {"photo":null} (create, unchanged)`.
 */
export function said(items: readonly PlanItem[]): readonly string[] {
  return items.map((item) => {
    if (item.kind === 'note') return `note ${item.note.name} ${item.note.attribute}`
    if (item.kind === 'object') {
      const { reason, resourceId } = item.object
      return `${reason.kind} ${calledOf(item.object.objectKind)}${resourceId}${reason.kind === 'replaced-since' ? ` by ${reason.resourceId}` : ''}`
    }
    const { kind, objectKind, resourceId, after, members, reason } = item.change
    const wrote = JSON.stringify({
      ...(after?.active !== undefined && { active: after.active }),
      ...(after?.displayName !== undefined && { displayName: after.displayName }),
      ...after?.values,
      ...(after?.photo !== undefined && { photo: after.photo?.value ?? null }),
    })
    const who = [
      ...(members?.add ?? []).map((member) => ` +${member.resourceId ?? `entry ${member.anchor}`}`),
      ...(members?.remove ?? []).map((member) => ` -${member.resourceId}`),
    ].join('')
    const why = reason.kind === 'undo' ? `${reason.of}, ${reason.wait}` : reason.kind
    return `${kind} ${calledOf(objectKind)}${resourceId ?? 'new'} ${wrote}${who} (${why})`
  })
}

function calledOf(kind: ObjectKind): string {
  return kind === 'room' || kind === 'avatar' ? `${kind} ` : ''
}
