import type { Faults } from '../faults/faults.ts'
import type { ResourceService } from '../resourceService.ts'
import type { MembershipStorage } from '../storage/membershipStorage.ts'
import type { ListRequest } from './listRequest.ts'

/** Members per page, unless fewer are asked for. */
const maximum = 500

/** The members of one group, page by page, for stores whose groups do not carry them. */
export class MemberList {
  readonly #service: ResourceService
  readonly #memberships: MembershipStorage
  readonly #faults: Faults

  constructor(service: ResourceService, memberships: MembershipStorage, faults: Faults) {
    this.#service = service
    this.#memberships = memberships
    this.#faults = faults
  }

  /** One page as JSON text. Throws ScimError 404. */
  list(groupId: string, { startIndex, count }: ListRequest): string {
    const group = this.#service.read('Group', groupId)
    const asked = Math.min(count ?? maximum, maximum)
    const limit = Math.min(asked, this.#faults.shortPages ?? asked)
    const members = this.#memberships.page(group.row, startIndex - 1, limit)
    const { schemas, displayName } = JSON.parse(group.body)
    return JSON.stringify({
      schemas,
      id: group.id,
      displayName,
      totalResults: this.#memberships.count(group.row),
      itemsPerPage: members.length,
      startIndex,
      members: members.map(({ id, kind, display }) => ({ value: id, type: kind.toLowerCase(), display })),
    })
  }
}
