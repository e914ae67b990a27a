import { hash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { dnKey } from '../../model/dn.ts'
import type { EntryKind } from '../../model/entry.ts'
import { uidKey } from '../../model/uidKey.ts'
import { comparisonText } from '../../plan/diff.ts'
import type { Focus } from '../focus.ts'
import type { Workspace, WorkspaceOptions } from '../workspace.ts'
import { adoptJoins } from './adoptJoins.ts'
import { avatarQueries } from './avatarQueries.ts'
import { contactQueries } from './contactQueries.ts'
import { containerQueries } from './containerQueries.ts'
import { currentResources } from './currentResources.ts'
import { directoryFocus } from './directoryFocus.ts'
import { domainMarkRecords, provenanceQueries } from './domainMarks.ts'
import { groupQueries } from './groupQueries.ts'
import { heldQueries } from './heldQueries.ts'
import { joinQueries } from './joinQueries.ts'
import { pageLength, pages } from './pages.ts'
import { photoText } from './photoText.ts'
import { pictureRecords } from './pictureRecords.ts'
import type { Reach } from './reach.ts'
import { settle } from './settle.ts'
import { storeFocus } from './storeFocus.ts'
import { type EntryRow, toEntry } from './toEntry.ts'
import { unlistedLinks } from './unlistedLinks.ts'
import { userQueries } from './userQueries.ts'
import { widenToEverything } from './widenToEverything.ts'
import {
  afterMapping,
  afterReading,
  everythingIsKnown,
  flatMembers,
  focusTables,
  knownOfOthers,
  nestedMembers,
  workspaceTables,
} from './workspaceTables.ts'

/**
 * A workspace in a database file of its own, attached to the state as `work`. It needs no safety: what a crash leaves
 * behind is deleted when the next one is opened.
 */
export function sqliteWorkspace(database: Database, folder: string, options: WorkspaceOptions): Workspace {
  const scratch = join(folder, 'scratch')
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true })
  const dispose = () => {
    try {
      database.exec('DROP VIEW IF EXISTS temp.known_entries; DROP VIEW IF EXISTS temp.known_members;')
      database.exec('DETACH work')
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  }
  database.prepare('ATTACH ? AS work').run(join(scratch, `run-${options.runId}.db`))
  try {
    database.exec('PRAGMA work.journal_mode = OFF; PRAGMA work.synchronous = OFF; PRAGMA work.cache_size = -32768;')
    // Nobody else opens it: without this, the file is locked and looked at anew for every small transaction.
    database.exec('PRAGMA work.locking_mode = EXCLUSIVE;')
    database.exec(workspaceTables)
    database.exec(options.reach === 'focus' ? focusTables + afterReading : everythingIsKnown)
  } catch (error) {
    dispose()
    throw error
  }

  const reach: Reach = { opened: options.reach, of: options.reach }
  const { note, ...containers } = containerQueries(database, reach)
  const openFocus = (): Focus => ({
    ...directoryFocus(database, options.kinds),
    ...storeFocus(database, options),
    widenToEverything: (baseOf) => widenToEverything(database, reach, baseOf),
  })
  let focus: Focus | undefined
  const gathering = gatheringOf(database, options, reach, note)
  return {
    ...gathering,
    ...joinQueries(database),
    ...userQueries(database, reach),
    ...groupQueries(database, options.kinds, reach),
    ...heldQueries(database, options.kinds, reach),
    ...contactQueries(database, reach),
    ...avatarQueries(database, options.pictures),
    ...containers,
    ...provenanceQueries(database),
    unlistedLinks: (kind) => unlistedLinks(database, kind),
    adoptJoins: (at, read) => adoptJoins(database, options.kinds, at, read, reach),
    settle: (settlement) => settle(database, options, settlement, reach),
    get focus() {
      focus ??= openFocus()
      return focus
    },
    pictures: pictureRecords(database, options.pictures),
    current: currentResources(database),
    [Symbol.dispose]: dispose,
  }
}

type Gathering = Pick<
  Workspace,
  | 'addEntries'
  | 'addUsers'
  | 'addGroups'
  | 'addContacts'
  | 'finishReading'
  | 'takeUnmapped'
  | 'addMapped'
  | 'finishMapping'
  | 'selected'
  | 'roomsRead'
>

function gatheringOf(
  database: Database,
  { managed, managedOfContacts, groups: groupsAs }: WorkspaceOptions,
  reach: Reach,
  note: (key: string, baseDn: string) => void,
): Gathering {
  const addEntry = database.prepare('INSERT OR REPLACE INTO work.entries VALUES (?, ?, ?, ?, ?, ?, ?)')
  const addFocus =
    reach.opened === 'focus' ? database.prepare("INSERT OR REPLACE INTO work.focus VALUES (?, 'read')") : null
  const mapped: Record<EntryKind, number> = { user: 0, group: 0, contact: 0 }
  let rooms = 0
  const forgetMembers = database.prepare('DELETE FROM work.group_members WHERE group_anchor = ?')
  const addMember = database.prepare('INSERT INTO work.group_members VALUES (?, ?)')
  const addUser = database.prepare('INSERT OR REPLACE INTO work.current_users VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const addContact = database.prepare('INSERT OR REPLACE INTO work.current_contacts VALUES (?, ?, ?, ?, ?, ?, ?)')
  const addContactEmail = database.prepare('INSERT OR IGNORE INTO work.current_contact_emails VALUES (?, ?)')
  const addUserDetail = database.prepare('INSERT INTO work.current_details VALUES (?)')
  const addEmail = database.prepare('INSERT OR IGNORE INTO work.current_emails VALUES (?, ?)')
  const addGroup = database.prepare('INSERT OR REPLACE INTO work.current_groups VALUES (?, ?, ?, ?, ?)')
  const addMark = domainMarkRecords(database)
  const addCurrentMember = database.prepare('INSERT OR IGNORE INTO work.current_members VALUES (?, ?)')
  const addDesiredUser = database.prepare('INSERT INTO work.desired_users VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const addDesiredDetail = database.prepare('INSERT INTO work.desired_details VALUES (?)')
  const addDesiredGroup = database.prepare('INSERT INTO work.desired_groups VALUES (?, ?, ?, ?, ?)')
  const addDesiredContact = database.prepare('INSERT INTO work.desired_contacts VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const addHeld = database.prepare('INSERT INTO work.held VALUES (?, ?, ?, ?, ?, ?, ?)')
  const addNote = database.prepare('INSERT INTO work.notes VALUES (?, ?, ?, ?, ?)')

  return {
    addEntries: database.transaction((entries) => {
      for (const { anchor, kind, dn, baseDn, attributes, mark = null, memberDns = [] } of entries) {
        const key = dnKey(dn)
        note(key, baseDn)
        addEntry.run(anchor, kind, dn, key, baseDn, JSON.stringify(attributes), mark)
        addFocus?.run(anchor)
        if (reach.opened === 'focus' && kind === 'group') forgetMembers.run(anchor)
        for (const memberDn of memberDns) addMember.run(anchor, dnKey(memberDn))
      }
    }),
    addUsers: database.transaction((users) => {
      for (const user of users) {
        const { id, version, active, administrator, values, emails, photo } = user
        const uid = values.uid ?? ''
        const digest = digestOf(comparisonText(values, managed, 'no-value'))
        const detailRow = addUserDetail.run(JSON.stringify({ values, emails })).lastInsertRowid
        const flags = [Number(active), Number(administrator)]
        addUser.run(id, version, ...flags, uid, uidKey(uid), values.manager, digest, detailRow, photoText(photo))
        for (const email of emails) addEmail.run(uidKey(email), id)
        addMark(user)
      }
    }),
    addGroups: database.transaction(({ groups, members }) => {
      for (const group of groups) {
        const { id, version, displayName, externalId } = group
        addGroup.run(id, version, displayName, uidKey(displayName), externalId)
        addMark(group)
      }
      for (const { groupId, memberId } of members) addCurrentMember.run(groupId, memberId)
    }),
    addContacts: database.transaction((contacts) => {
      for (const { id, version, values, emails } of contacts) {
        const email = values.uid ?? null
        const digest = digestOf(comparisonText(values, managedOfContacts, 'no-value'))
        const detailRow = addUserDetail.run(JSON.stringify({ values, emails })).lastInsertRowid
        const name = values.displayName ?? email ?? id
        addContact.run(id, version, name, uidKey(name), email && uidKey(email), digest, detailRow)
        for (const address of emails) addContactEmail.run(uidKey(address), id)
      }
    }),
    finishReading() {
      if (reach.opened === 'everything') database.exec(afterReading)
    },
    *takeUnmapped(kind) {
      const statement = database.prepare<[string, number, number], EntryRow>(
        'SELECT rowid, * FROM work.entries WHERE kind = ? AND rowid > ? ORDER BY rowid LIMIT ?',
      )
      for (const page of pages<EntryRow>((last) => statement.all(kind, last?.rowid ?? mapped[kind], pageLength))) {
        mapped[kind] = page.at(-1)?.rowid ?? mapped[kind]
        yield page.map(toEntry)
      }
    },
    addMapped: database.transaction(({ users, groups, contacts, held, notes }) => {
      for (const { anchor, dn, baseDn, active, values } of users) {
        const { manager, ...own } = values
        const uid = own.uid ?? ''
        const email = own['emails;type-work']
        const digest = digestOf(comparisonText(own, managed, 'leave-alone'))
        const detailRow = addDesiredDetail.run(JSON.stringify(own)).lastInsertRowid
        addDesiredUser.run(
          anchor,
          uid,
          uidKey(uid),
          email ? uidKey(email) : null,
          dn,
          baseDn,
          Number(active),
          manager ? dnKey(manager) : null,
          digest,
          detailRow,
          Number(own.room === 'room'),
        )
        if (own.room === 'room') rooms += 1
      }
      for (const { anchor, displayName, dn, baseDn } of groups) {
        addDesiredGroup.run(anchor, displayName, uidKey(displayName), dn, baseDn)
      }
      for (const { anchor, name, dn, baseDn, values } of contacts) {
        const email = values.uid
        const digest = digestOf(comparisonText(values, managedOfContacts, 'leave-alone'))
        const detailRow = addDesiredDetail.run(JSON.stringify(values)).lastInsertRowid
        addDesiredContact.run(anchor, name, uidKey(name), email ? uidKey(email) : null, dn, baseDn, digest, detailRow)
      }
      for (const { anchor, kind, objectKind, outcome, name, dn, reason } of held) {
        addHeld.run(anchor, kind, objectKind, outcome, name, dn, JSON.stringify(reason))
        if (objectKind === 'room') rooms += 1
      }
      for (const { objectKind, name, dn, attribute, problem } of notes)
        addNote.run(objectKind, name, dn, attribute, problem)
    }),
    finishMapping() {
      if (reach.of === 'focus') database.exec(knownOfOthers)
      database.exec(afterMapping + (groupsAs === 'nested' ? nestedMembers : flatMembers))
    },
    selected(kind) {
      if (kind === 'room') return rooms
      const statement = database.prepare<[string], { n: number }>(
        'SELECT count(*) AS n FROM work.entries WHERE kind = ?',
      )
      return (statement.get(kind)?.n ?? 0) - (kind === 'user' ? rooms : 0)
    },
    roomsRead() {
      if (reach.opened === 'everything') return rooms
      const statement = database.prepare<[], number>(
        `SELECT count(*) FROM work.focus AS f
         WHERE f.status = 'read' AND (EXISTS (SELECT 1 FROM work.desired_users AS d WHERE d.anchor = f.anchor AND d.room = 1)
           OR f.anchor IN (SELECT anchor FROM work.held WHERE object_kind = 'room'))`,
      )
      return statement.pluck().get() ?? 0
    },
  }
}

/** SHA-1 is short, fast, and far more than chance needs here. */
function digestOf(text: string | null): string | null {
  return text === null ? null : hash('sha1', text, 'base64')
}
