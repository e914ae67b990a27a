import { assertNever } from '../../app/model/assertNever.ts'
import { ConnectorError } from '../../app/model/error.ts'
import type { CurrentContact, CurrentUser, FoundPhoto, UserValues, ValueAttribute } from '../../app/model/resource.ts'
import type { GroupPage, PhotoWrite, Target, TargetCapabilities, Write, WriteResult } from '../../app/target/target.ts'

export interface FakeUser {
  readonly id: string
  active: boolean
  administrator: boolean
  values: UserValues
  /** Addresses besides the uid and the work address. */
  otherEmails: readonly string[]
  photo?: PhotoWrite | null
}

export interface FakeContact {
  readonly id: string
  values: UserValues
  /** Addresses besides the uid and the work address. */
  otherEmails: readonly string[]
}

export interface FakeGroup {
  readonly id: string
  displayName: string
  connectorDomain: string | null
  readonly members: Set<string>
}

/** What the store does wrong; may be changed at any time. */
export interface TargetFaults {
  /** Accepted and not kept. */
  ignored?: readonly (ValueAttribute | 'active' | 'members' | 'photo')[]
  /** Writes are refused from the n-th on, counted from 0 since the store began. */
  unauthorizedAfter?: number
  /** Says why one write fails; undefined lets it pass. */
  refuse?: (write: Write) => string | undefined
}

/** A store in memory, for tests of planning: uids are unique without regard to letter case. */
export interface FakeTarget extends Target {
  readonly users: Map<string, FakeUser>
  readonly groups: Map<string, FakeGroup>
  readonly contacts: Map<string, FakeContact>
  faults: TargetFaults
  capabilities: TargetCapabilities
  /** Every write that was sent, in order. */
  readonly writes: Write[]
  /**
   * Every read that was asked for, in order: `discover`, `readUsers`, `readUser u1`, `findUsers ann@corp.test`. What
   * would send nothing, such as looking for nobody, is left out.
   */
  readonly reads: string[]
  addUser(uid: string, options?: Partial<Omit<FakeUser, 'id'>>): FakeUser
  addGroup(displayName: string, memberIds?: readonly string[]): FakeGroup
  addContact(values: UserValues, options?: Partial<Pick<FakeContact, 'otherEmails'>>): FakeContact
  user(uid: string): FakeUser | undefined
  group(displayName: string): FakeGroup | undefined
  /** The first contact with this e-mail address or display name. */
  contact(name: string): FakeContact | undefined
}

const pageLength = 5

export function fakeTarget(capabilities: Partial<TargetCapabilities> = {}): FakeTarget {
  let nextId = 1
  const users = new Map<string, FakeUser>()
  const groups = new Map<string, FakeGroup>()
  const contacts = new Map<string, FakeContact>()
  const done = (id: string, ignored: readonly string[] = []): WriteResult => ({ kind: 'done', id, ignored, retries: 0 })
  const failed = (code: 'uniqueness' | 'not-found' | 'refused', message: string): WriteResult => ({
    kind: 'failed',
    code,
    message,
    remedy: 'Look into the store.',
    retries: 0,
  })
  const taken = (uid: string | null | undefined, id: string | null) =>
    [...users.values()].some((user) => user.id !== id && user.values.uid?.toLowerCase() === uid?.toLowerCase())

  const mark = (connectorDomain: string | undefined) =>
    connectorDomain !== undefined && target.capabilities.marks.includes('group') && !isIgnored('connectorDomain')
      ? { connectorDomain }
      : {}
  const isIgnored = (name: string) => target.faults.ignored?.some((ignored) => ignored === name) === true

  const merged = (values: UserValues, change: UserValues): UserValues => {
    const kept = Object.entries(change).filter(([name]) => !isIgnored(name))
    const entries = Object.entries({ ...values, ...Object.fromEntries(kept) })
    return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== ''))
  }

  const writeOne = (write: Write): WriteResult => {
    const refused = target.faults.refuse?.(write)
    if (refused !== undefined) return failed('refused', refused)
    switch (write.kind) {
      case 'create-user': {
        if (taken(write.values.uid, null)) return failed('uniqueness', `${write.values.uid} is taken.`)
        const kept = Object.entries(write.values).filter(([name]) => name === 'uid' || !isIgnored(name))
        const user = target.addUser(write.values.uid ?? '', { active: write.active, values: Object.fromEntries(kept) })
        return done(user.id, Object.keys(write.values).filter(isIgnored))
      }
      case 'update-user': {
        const user = users.get(write.id)
        if (!user) return failed('not-found', `There is no ${write.id}.`)
        const { uid } = write.values
        if (uid !== undefined && taken(uid, user.id)) return failed('uniqueness', `${uid} is taken.`)
        user.values = merged(user.values, write.values)
        const lost = Object.keys(write.values).filter(isIgnored)
        if (write.active !== undefined && write.active !== user.active) {
          if (isIgnored('active')) lost.push('active')
          else user.active = write.active
        }
        return done(user.id, lost)
      }
      case 'delete-user':
        users.delete(write.id)
        for (const group of groups.values()) group.members.delete(write.id)
        for (const user of users.values()) {
          const { manager, ...others } = user.values
          if (manager === write.id) user.values = others
        }
        return done(write.id)
      case 'create-group':
        return done(
          Object.assign(target.addGroup(write.displayName), mark(write.connectorDomain)).id,
          write.connectorDomain !== undefined && isIgnored('connectorDomain') ? ['connectorDomain'] : [],
        )
      case 'mark-group': {
        const group = groups.get(write.id)
        if (!group) return failed('not-found', `There is no ${write.id}.`)
        Object.assign(group, mark(write.connectorDomain))
        return done(write.id, isIgnored('connectorDomain') ? ['connectorDomain'] : [])
      }
      case 'rename-group': {
        const group = groups.get(write.id)
        if (!group) return failed('not-found', `There is no ${write.id}.`)
        group.displayName = write.displayName
        return done(write.id)
      }
      case 'change-members': {
        const group = groups.get(write.id)
        if (!group) return failed('not-found', `There is no ${write.id}.`)
        if (isIgnored('members')) return done(write.id, ['members'])
        const unknown = write.add.find(({ id }) => !users.has(id) && !groups.has(id))
        if (unknown) return failed('not-found', `There is no ${unknown.id}.`)
        for (const { id } of write.add) group.members.add(id)
        for (const id of write.remove) group.members.delete(id)
        return done(write.id)
      }
      case 'delete-group':
        groups.delete(write.id)
        for (const group of groups.values()) group.members.delete(write.id)
        return done(write.id)
      case 'set-photo': {
        const user = users.get(write.id)
        if (!user) return failed('not-found', `There is no ${write.id}.`)
        if (isIgnored('photo') || target.capabilities.pictures === 'none') return done(user.id, ['photo'])
        user.photo = write.photo
        return done(user.id)
      }
      case 'create-contact': {
        if (target.capabilities.contacts === null) return failed('refused', 'There are no contacts here.')
        const { atMost } = target.capabilities.contacts
        if (atMost !== null && contacts.size >= atMost)
          return failed('refused', `There are ${atMost} contacts already.`)
        const values = merged({}, write.values)
        const addresses = [values.uid, values['emails;type-work'], values['sipAddresses;type=enterprise']]
        const numbers = [values.telephoneNumber, values.mobile, values.facsimileTelephoneNumber]
        if (![...addresses, ...numbers].some(Boolean)) return failed('refused', 'A contact needs an address or number.')
        return done(target.addContact(values).id, Object.keys(write.values).filter(isIgnored))
      }
      case 'update-contact': {
        const contact = contacts.get(write.id)
        if (!contact) return failed('not-found', `There is no ${write.id}.`)
        contact.values = merged(contact.values, write.values)
        return done(contact.id, Object.keys(write.values).filter(isIgnored))
      }
      case 'delete-contact':
        contacts.delete(write.id)
        return done(write.id)
      default:
        return assertNever(write)
    }
  }

  const target: FakeTarget = {
    users,
    groups,
    contacts,
    faults: {},
    writes: [],
    reads: [],
    capabilities: {
      attributes: new Set(['uid', 'displayName', 'title', 'manager', 'emails;type-work']),
      groups: 'nested',
      contacts: null,
      pictures: 'none',
      marks: [],
      batchSize: 3,
      concurrency: 2,
      ...capabilities,
    },
    addUser(uid, { active = true, administrator = false, values = {}, otherEmails = [], photo = null } = {}) {
      const id = `u${nextId++}`
      const user: FakeUser = { id, active, administrator, values: { ...values, uid }, otherEmails, photo }
      users.set(user.id, user)
      return user
    },
    addGroup(displayName, memberIds = []) {
      const group: FakeGroup = { id: `g${nextId++}`, displayName, connectorDomain: null, members: new Set(memberIds) }
      groups.set(group.id, group)
      return group
    },
    addContact(values, { otherEmails = [] } = {}) {
      const contact: FakeContact = { id: `c${nextId++}`, values, otherEmails }
      contacts.set(contact.id, contact)
      return contact
    },
    user: (uid) => [...users.values()].find((user) => user.values.uid?.toLowerCase() === uid.toLowerCase()),
    group: (displayName) => [...groups.values()].find((group) => group.displayName === displayName),
    contact: (name) => [...contacts.values()].find((contact) => namesOf(contact).has(name.toLowerCase())),
    async discover() {
      target.reads.push('discover')
      return target.capabilities
    },
    async *readUsers() {
      target.reads.push('readUsers')
      yield* pagesOf([...users.values()].map(currentUser))
    },
    async *readGroups() {
      target.reads.push('readGroups')
      if (target.capabilities.groups === 'none') return
      for (const group of [...groups.values()]) yield toGroupPage(group)
    },
    async readUser(id) {
      target.reads.push(`readUser ${id}`)
      const user = users.get(id)
      return user ? currentUser(user) : null
    },
    async findUser(uid) {
      target.reads.push(`findUser ${uid}`)
      const holders = [...users.values()].filter((user) => emailsOf(user).some((email) => isSame(email, uid)))
      const user = target.user(uid) ?? (holders.length === 1 ? holders[0] : undefined)
      return user ? currentUser(user) : null
    },
    async *findUsers(uids) {
      if (uids.length === 0) return
      target.reads.push(`findUsers ${uids.join(' ')}`)
      const wanted = new Set(uids.map((uid) => uid.toLowerCase()))
      const found = [...users.values()].map(currentUser)
      yield* pagesOf(found.filter(({ emails }) => emails.some((email) => wanted.has(email.toLowerCase()))))
    },
    async readGroup(id) {
      if (target.capabilities.groups === 'none') return null
      target.reads.push(`readGroup ${id}`)
      const group = groups.get(id)
      return group ? toGroupPage(group) : null
    },
    async *findGroups(displayNames) {
      if (displayNames.length === 0 || target.capabilities.groups === 'none') return
      target.reads.push(`findGroups ${displayNames.join(' ')}`)
      const wanted = new Set(displayNames.map((name) => name.toLowerCase()))
      for (const group of [...groups.values()]) {
        if (wanted.has(group.displayName.toLowerCase())) yield toGroupPage(group)
      }
    },
    async *readContacts() {
      target.reads.push('readContacts')
      if (target.capabilities.contacts !== null) yield* pagesOf([...contacts.values()].map(toCurrentContact))
    },
    async readContact(id) {
      if (target.capabilities.contacts === null) return null
      target.reads.push(`readContact ${id}`)
      const contact = contacts.get(id)
      return contact ? toCurrentContact(contact) : null
    },
    async *findContacts(names) {
      if (names.length === 0 || target.capabilities.contacts === null) return
      target.reads.push(`findContacts ${names.join(' ')}`)
      const wanted = names.map((name) => name.toLowerCase())
      const found = [...contacts.values()].filter((contact) => wanted.some((name) => namesOf(contact).has(name)))
      yield* pagesOf(found.map(toCurrentContact))
    },
    async countContacts() {
      if (target.capabilities.contacts === null) return 0
      target.reads.push('countContacts')
      return contacts.size
    },
    async write(batch) {
      if (batch.length > target.capabilities.batchSize) throw new Error(`${batch.length} writes in one batch`)
      if (target.writes.length >= (target.faults.unauthorizedAfter ?? Number.POSITIVE_INFINITY)) throw unauthorized()
      target.writes.push(...batch)
      return batch.map(writeOne)
    },
    async *check() {},
    close: async () => {},
  }
  const currentUser = (user: FakeUser) => toCurrentUser(user, target.capabilities.pictures)
  return target
}

function* pagesOf<Resource>(all: readonly Resource[]): Generator<readonly Resource[]> {
  for (let start = 0; start < all.length; start += pageLength) yield all.slice(start, start + pageLength)
}

function toGroupPage({ id, displayName, connectorDomain, members }: FakeGroup): GroupPage {
  return {
    groups: [{ kind: 'group', id, version: null, displayName, externalId: null, connectorDomain }],
    members: [...members].map((memberId) => ({ groupId: id, memberId })),
  }
}

function toCurrentUser(user: FakeUser, pictures: TargetCapabilities['pictures']): CurrentUser {
  const { id, active, administrator, values } = user
  const photo = foundPhoto(user, pictures)
  return { kind: 'user', id, version: null, active, administrator, values, emails: emailsOf(user), photo }
}

function toCurrentContact(contact: FakeContact): CurrentContact {
  const { id, values } = contact
  return { kind: 'contact', id, version: null, values, emails: emailsOf(contact) }
}

function emailsOf({ values, otherEmails }: Pick<FakeUser, 'values' | 'otherEmails'>): string[] {
  const addresses = [values.uid, values['emails;type-work'], ...otherEmails]
  return addresses.filter((address): address is string => typeof address === 'string')
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

function foundPhoto({ photo }: FakeUser, pictures: TargetCapabilities['pictures']): FoundPhoto {
  if (pictures === 'none') return { kind: 'unknown' }
  if (!photo) return { kind: 'absent' }
  return pictures === 'links' && photo.kind === 'link' ? { kind: 'link', href: photo.href } : { kind: 'present' }
}

function namesOf(contact: FakeContact): ReadonlySet<string> {
  return new Set([contact.values.displayName ?? '', ...emailsOf(contact)].map((name) => name.toLowerCase()))
}

function unauthorized(): ConnectorError {
  return new ConnectorError({
    side: 'store',
    code: 'unauthorized',
    message: 'The store refuses the token.',
    remedy: 'Make a new token.',
  })
}
