import type { ChangeReason } from '../../app/model/change.ts'
import type { Photo } from '../../app/model/photo.ts'
import type { FoundPhoto, UserValues } from '../../app/model/resource.ts'
import type { UnplacedChange } from '../../app/plan/planItem.ts'
import type { RecordedChange } from '../../app/state/state.ts'
import { contactOf, linkOf, linkOfContact, type UndoWorld, userOf } from './undoWorld.ts'

/**
 * Does to users, rooms, contacts and pictures of a world what a plan says, as applying it does.
 * @param newId gives an id that nothing has had
 * @returns the changes as a run records them
 */
export function carryOut(
  world: UndoWorld,
  changes: readonly UnplacedChange[],
  newId: () => string,
): readonly RecordedChange[] {
  return changes.map((change, index) => {
    const resourceId = change.resourceId ?? newId()
    doOne(world, change, resourceId)
    const recorded = { ...change, position: index + 1, resourceId }
    return { change: recorded, outcome: { kind: 'done', resourceId, ignored: [] } }
  })
}

/** Whether the store shows a picture, or where it has it. */
export function foundOf(photo: Photo | null): FoundPhoto {
  if (photo === null) return { kind: 'absent' }
  return photo.value.startsWith('sha256:') ? { kind: 'present' } : { kind: 'link', href: photo.value }
}

function doOne(world: UndoWorld, change: UnplacedChange, id: string): void {
  const { objectKind, kind, after } = change
  if (objectKind === 'group') throw new Error('Groups are not carried out here.')
  if (objectKind === 'avatar') {
    setPicture(world, id, after?.photo ?? null)
  } else if (objectKind === 'contact') {
    const values = merged(world.contacts.find((contact) => contact.id === id)?.values ?? {}, after?.values ?? {})
    replace(world.contacts, id, kind === 'delete' ? null : contactOf(id, values))
    relink(world, change, id)
  } else {
    const user = world.users.find((one) => one.id === id)
    const values = merged(user?.values ?? {}, after?.values ?? {})
    const options = { ...(user && { photo: user.photo }), active: after?.active ?? user?.active ?? true }
    replace(world.users, id, kind === 'delete' ? null : userOf(id, values, options))
    relink(world, change, id)
  }
}

export function setPicture(world: UndoWorld, id: string, photo: Photo | null): void {
  const at = world.users.findIndex((user) => user.id === id)
  const user = world.users[at]
  if (!user) throw new Error(`There is no ${id}.`)
  world.users[at] = { ...user, photo: foundOf(photo) }
  if (photo) world.sent.set(id, photo)
  else world.sent.delete(id)
}

function relink(world: UndoWorld, { kind, objectKind, anchor, reason }: UnplacedChange, resourceId: string): void {
  const at = world.links.findIndex((link) => link.resourceId === resourceId)
  const link = world.links[at]
  if (kind === 'delete' && link) world.links.splice(at, 1)
  if (kind === 'create' && anchor !== null) {
    const made = objectKind === 'contact' ? linkOfContact(resourceId, { anchor }) : linkOf(resourceId, { anchor })
    world.links.push(made)
  }
  const wait = waitOf(reason)
  if (link && wait !== 'unchanged') {
    world.links[at] = { ...link, vanishedAt: wait === 'begins' ? '2026-01-01T00:00:00.000Z' : null }
  }
}

function waitOf(reason: ChangeReason): 'begins' | 'ends' | 'unchanged' {
  return reason.kind === 'undo' ? reason.wait : 'unchanged'
}

function merged(before: UserValues, after: UserValues): UserValues {
  return Object.fromEntries(Object.entries({ ...before, ...after }).filter(([, value]) => value !== null))
}

function replace<Resource extends { readonly id: string }>(all: Resource[], id: string, by: Resource | null): void {
  const at = all.findIndex((one) => one.id === id)
  all.splice(at < 0 ? all.length : at, at < 0 ? 0 : 1, ...(by ? [by] : []))
}
