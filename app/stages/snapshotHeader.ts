import type { EntryKind } from '../model/entry.ts'
import { firstSpellings } from '../model/firstSpellings.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { requiredAttributes } from '../selection/requiredAttributes.ts'
import { planSettingsDigest } from '../settings/settingsDigest.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/** Describes a snapshot that is made with the present settings. */
export function snapshotHeader(
  { settings }: Pick<SyncParts, 'settings'>,
  scope: Scope,
  readAt: Date,
  watermark: SnapshotHeader['watermark'],
): SnapshotHeader {
  const { kinds, managed, groups, contacts, pictures, organization } = scope
  return {
    readAt: readAt.toISOString(),
    settingsDigest: planSettingsDigest(settings),
    kinds,
    baseDns: settings.selection.baseDns,
    excludeDns: settings.selection.excludeDns,
    ...readWith(settings, scope),
    managed,
    groups,
    contacts: contacts && { ...contacts, overCap: 'none' },
    pictures,
    organization,
    watermark,
  }
}

/** With which filters and attributes entries are read under these settings. */
export function readWith(
  { selection: { users, groups, contacts } }: SyncParts['settings'],
  scope: Pick<Scope, 'mapping' | 'selection' | 'pictureAttributes'>,
): Pick<SnapshotHeader, 'filters' | 'ownFilters' | 'attributes'> {
  const filterOf = (kind: EntryKind) => scope.selection.filters[kind].text
  const attributesOf = (kind: EntryKind) => attributesToRead(kind, scope)
  return {
    filters: { user: filterOf('user'), group: filterOf('group'), contact: filterOf('contact') },
    ownFilters: { user: users.filter, group: groups.filter, contact: contacts.filter },
    attributes: { user: attributesOf('user'), group: attributesOf('group'), contact: attributesOf('contact') },
  }
}

/** The attributes that entries of a kind are read with, each once. */
export function attributesToRead(
  kind: EntryKind,
  { mapping, selection, pictureAttributes }: Pick<Scope, 'mapping' | 'selection' | 'pictureAttributes'>,
): readonly string[] {
  const required = requiredAttributes(kind, mapping, selection)
  return kind === 'user' ? firstSpellings([...required, ...pictureAttributes]) : required
}
