import { mapContact } from '../mapping/mapContact.ts'
import { mapGroup } from '../mapping/mapGroup.ts'
import type { MappingNote } from '../mapping/mappingNote.ts'
import { mapUser } from '../mapping/mapUser.ts'
import { assertNever } from '../model/assertNever.ts'
import type { Entry, EntryKind } from '../model/entry.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import type { PlanNote } from '../model/plan.ts'
import type { DesiredContact, DesiredGroup, DesiredUser } from '../model/resource.ts'
import type { HeldEntry } from '../plan/planningData.ts'
import { isRoom } from '../selection/isRoom.ts'
import type { MappedPage, Workspace } from '../state/workspace.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'
import { withMark } from './withMark.ts'

/** Maps every gathered entry that is not mapped yet, page by page. */
export function mapEntries({ progress }: SyncParts, scope: Scope, workspace: Workspace): void {
  let done = 0
  for (const kind of scope.kinds) {
    for (const page of workspace.takeUnmapped(kind)) {
      workspace.addMapped({ ...nothing, ...mapPage(kind, page, scope) })
      done += page.length
      progress({ phase: 'map', done })
    }
  }
}

const nothing: MappedPage = { users: [], groups: [], contacts: [], held: [], notes: [] }

function mapPage(kind: EntryKind, entries: readonly Entry[], scope: Scope): Partial<MappedPage> {
  switch (kind) {
    case 'user':
      return mapUsers(entries, scope)
    case 'group':
      return mapGroups(entries)
    case 'contact':
      return mapContacts(entries, scope)
    default:
      return assertNever(kind)
  }
}

function mapUsers(
  entries: readonly Entry[],
  { mapping, organization, selection }: Pick<Scope, 'mapping' | 'organization' | 'selection'>,
): Partial<MappedPage> {
  const users: DesiredUser[] = []
  const held: HeldEntry[] = []
  const notes: PlanNote[] = []
  for (const entry of entries) {
    const objectKind = isRoom(entry.attributes, selection.rooms) ? 'room' : 'user'
    const mapped = mapUser(entry, mapping, objectKind)
    if (mapped.kind === 'skipped') {
      held.push(heldEntry(entry, objectKind, mapped.reason))
      continue
    }
    users.push(withMark(mapped.user, organization))
    notes.push(...notesOn(entry, objectKind, mapped.user.values.uid ?? entry.dn, mapped.notes))
  }
  return { users, held, notes }
}

function mapGroups(entries: readonly Entry[]): Partial<MappedPage> {
  const groups: DesiredGroup[] = []
  const held: HeldEntry[] = []
  for (const entry of entries) {
    const mapped = mapGroup(entry)
    if (mapped.kind === 'mapped') groups.push(mapped.group)
    else held.push(heldEntry(entry, 'group', mapped.reason))
  }
  return { groups, held }
}

function mapContacts(entries: readonly Entry[], { mapping }: Pick<Scope, 'mapping'>): Partial<MappedPage> {
  const contacts: DesiredContact[] = []
  const held: HeldEntry[] = []
  const notes: PlanNote[] = []
  for (const entry of entries) {
    const mapped = mapContact(entry, mapping)
    if (mapped.kind === 'skipped') {
      held.push(heldEntry(entry, 'contact', mapped.reason))
      continue
    }
    contacts.push(mapped.contact)
    notes.push(...notesOn(entry, 'contact', mapped.contact.name, mapped.notes))
  }
  return { contacts, held, notes }
}

function notesOn({ dn }: Entry, objectKind: ObjectKind, name: string, notes: readonly MappingNote[]): PlanNote[] {
  return notes.map(({ attribute, message }) => ({ objectKind, name, dn, attribute, problem: message }))
}

/** Held entries have no uid, so they are known by their DN. */
function heldEntry(
  { anchor, kind, dn }: Entry,
  objectKind: ObjectKind,
  { attribute, message }: MappingNote,
): HeldEntry {
  const reason = { kind: 'invalid' as const, attribute, problem: message }
  return { outcome: 'skipped', anchor, kind, objectKind, name: dn, dn, reason }
}
