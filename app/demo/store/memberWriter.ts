import type { MemberChange } from './patch/memberChange.ts'
import type { StoreProfile } from './profile/profile.ts'
import { ScimError } from './scimError.ts'
import type { MembershipStorage } from './storage/membershipStorage.ts'
import type { ResourceStorage } from './storage/resourceStorage.ts'

/** Applies changes of members and keeps the rule that members exist and are of a kind that the store allows. */
export class MemberWriter {
  readonly #profile: StoreProfile
  readonly #resources: ResourceStorage
  readonly #memberships: MembershipStorage

  constructor(profile: StoreProfile, resources: ResourceStorage, memberships: MembershipStorage) {
    this.#profile = profile
    this.#resources = resources
    this.#memberships = memberships
  }

  /** Returns how many memberships were added or removed. Throws ScimError 400 invalidValue for an unknown member. */
  apply(groupRow: number, change: MemberChange): number {
    switch (change.kind) {
      case 'add':
        return this.#add(groupRow, this.#rowsOf(change.ids, groupRow))
      case 'remove':
        return this.#remove(groupRow, change.ids)
      case 'replace':
        return this.#replace(groupRow, this.#rowsOf(change.ids, groupRow))
      case 'remove-matching':
        return this.#removeRows(
          groupRow,
          this.#memberships
            .members(groupRow)
            .filter(({ id, kind }) => change.matches({ value: id, type: kind }))
            .map(({ row }) => row),
        )
    }
  }

  #add(groupRow: number, rows: readonly number[]): number {
    return rows.reduce((changed, row) => changed + this.#memberships.add(groupRow, row), 0)
  }

  #removeRows(groupRow: number, rows: readonly number[]): number {
    return rows.reduce((changed, row) => changed + this.#memberships.remove(groupRow, row), 0)
  }

  #remove(groupRow: number, ids: readonly string[]): number {
    const rows = ids.map((id) => this.#resources.findAny(id)?.row).filter((row) => row !== undefined)
    return this.#removeRows(groupRow, rows)
  }

  #replace(groupRow: number, rows: readonly number[]): number {
    const wanted = new Set(rows)
    const surplus = this.#memberships
      .members(groupRow)
      .map(({ row }) => row)
      .filter((row) => !wanted.has(row))
    return this.#removeRows(groupRow, surplus) + this.#add(groupRow, rows)
  }

  #rowsOf(ids: readonly string[], groupRow: number): readonly number[] {
    return ids.map((id) => {
      const found = this.#resources.findAny(id)
      if (found === undefined || !this.#profile.memberKinds.includes(found.kind)) {
        const kinds = this.#profile.memberKinds.join(' or ')
        throw new ScimError(400, `The member ${id} is not an existing ${kinds}.`, 'invalidValue')
      }
      if (found.row === groupRow) throw new ScimError(400, 'A group cannot be its own member.', 'invalidValue')
      return found.row
    })
  }
}
