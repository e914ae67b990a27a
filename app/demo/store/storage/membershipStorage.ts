import type Database from 'better-sqlite3'
import type { ResourceKind } from '../schema/resourceType.ts'

/** A member of a group, or a group of a member. */
export interface MembershipRow {
  readonly row: number
  readonly id: string
  readonly kind: ResourceKind
}

export interface NamedMembershipRow extends MembershipRow {
  /** displayName, or userName where there is none. */
  readonly display: string
}

const member = 'r.row, r.id, r.kind FROM membership m JOIN resource r ON r.row = m.member_row WHERE m.group_row = ?'
const display = "coalesce(json_extract(r.body, '$.displayName'), r.name_key) AS display"

/** Who is in which group. Every change costs in proportion to itself. */
export class MembershipStorage {
  readonly #add
  readonly #remove
  readonly #members
  readonly #page
  readonly #count
  readonly #groups
  readonly #touchGroups

  constructor(database: Database.Database) {
    this.#add = database.prepare<unknown[]>('INSERT OR IGNORE INTO membership (group_row, member_row) VALUES (?, ?)')
    this.#remove = database.prepare<unknown[]>('DELETE FROM membership WHERE group_row = ? AND member_row = ?')
    this.#members = database.prepare<unknown[], MembershipRow>(`SELECT ${member} ORDER BY m.member_row`)
    this.#page = database.prepare<unknown[], NamedMembershipRow>(
      `SELECT ${display}, ${member} ORDER BY m.member_row LIMIT ? OFFSET ?`,
    )
    this.#count = database.prepare<unknown[], number>('SELECT count(*) FROM membership WHERE group_row = ?').pluck()
    this.#groups = database.prepare<unknown[], NamedMembershipRow>(
      `SELECT ${display}, r.row, r.id, r.kind FROM membership m JOIN resource r ON r.row = m.group_row
       WHERE m.member_row = ? ORDER BY m.group_row`,
    )
    this.#touchGroups = database.prepare<unknown[]>(
      `UPDATE resource SET version = version + 1, modified = ?
       WHERE row IN (SELECT group_row FROM membership WHERE member_row = ?)`,
    )
  }

  /** Returns 1 when the member is new, 0 when it was there. */
  add(groupRow: number, memberRow: number): number {
    return this.#add.run(groupRow, memberRow).changes
  }

  /** Returns 1 when the member was there, 0 when not. */
  remove(groupRow: number, memberRow: number): number {
    return this.#remove.run(groupRow, memberRow).changes
  }

  /** All members, in the order in which they were created. */
  members(groupRow: number): readonly MembershipRow[] {
    return this.#members.all(groupRow)
  }

  page(groupRow: number, offset: number, limit: number): readonly NamedMembershipRow[] {
    return this.#page.all(groupRow, limit, offset)
  }

  count(groupRow: number): number {
    return this.#count.get(groupRow) ?? 0
  }

  groupsOf(memberRow: number): readonly NamedMembershipRow[] {
    return this.#groups.all(memberRow)
  }

  /** Raises the version of every group that the member is in. */
  touchGroupsOf(memberRow: number, now: string): void {
    this.#touchGroups.run(now, memberRow)
  }
}
