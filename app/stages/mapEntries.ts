import type { CompiledMapping } from '../mapping/compiledMapping.ts'
import { mapGroup } from '../mapping/mapGroup.ts'
import type { MappingNote } from '../mapping/mappingNote.ts'
import { mapUser } from '../mapping/mapUser.ts'
import type { Entry } from '../model/entry.ts'
import type { Organization } from '../model/organization.ts'
import type { PlanNote } from '../model/plan.ts'
import type { DesiredGroup, DesiredUser } from '../model/resource.ts'
import type { HeldEntry } from '../plan/planningData.ts'
import type { MappedPage, Workspace } from '../state/workspace.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'
import { withMark } from './withMark.ts'

/** Maps every gathered entry that is not mapped yet, page by page. */
export function mapEntries(
  { progress }: SyncParts,
  { kinds, mapping, organization }: Scope,
  workspace: Workspace,
): void {
  let done = 0
  for (const kind of kinds) {
    for (const page of workspace.takeUnmapped(kind)) {
      workspace.addMapped(kind === 'user' ? mapUsers(page, mapping, organization) : mapGroups(page))
      done += page.length
      progress({ phase: 'map', done })
    }
  }
}

function mapUsers(entries: readonly Entry[], mapping: CompiledMapping, organization: Organization): MappedPage {
  const users: DesiredUser[] = []
  const held: HeldEntry[] = []
  const notes: PlanNote[] = []
  for (const entry of entries) {
    const mapped = mapUser(entry, mapping)
    if (mapped.kind === 'skipped') {
      held.push(heldEntry(entry, mapped.reason))
      continue
    }
    users.push(withMark(mapped.user, organization))
    const name = mapped.user.values.uid ?? entry.dn
    for (const { attribute, message } of mapped.notes) {
      notes.push({ objectKind: 'user', name, dn: entry.dn, attribute, problem: message })
    }
  }
  return { users, groups: [], held, notes }
}

function mapGroups(entries: readonly Entry[]): MappedPage {
  const groups: DesiredGroup[] = []
  const held: HeldEntry[] = []
  for (const entry of entries) {
    const mapped = mapGroup(entry)
    if (mapped.kind === 'mapped') groups.push(mapped.group)
    else held.push(heldEntry(entry, mapped.reason))
  }
  return { users: [], groups, held, notes: [] }
}

/** Held entries have no uid, so they are known by their DN. */
function heldEntry({ anchor, kind, dn }: Entry, { attribute, message }: MappingNote): HeldEntry {
  const reason = { kind: 'invalid' as const, attribute, problem: message }
  return { outcome: 'skipped', anchor, kind, name: dn, dn, reason }
}
