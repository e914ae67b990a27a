import { assertNever } from '../../model/assertNever.ts'
import type { Clock } from '../../model/clock.ts'
import { type EntryKind, entryKinds } from '../../model/entry.ts'
import type { CurrentContact } from '../../model/resource.ts'
import type { Target, TargetCapabilities } from '../target.ts'
import { checkStore } from './check/checkStore.ts'
import type { ScimConnectionSettings } from './connectionSettings.ts'
import type { Contacts } from './contacts/contacts.ts'
import { contactsOf } from './contacts/contactsOf.ts'
import { discoverFeatures } from './discoverFeatures.ts'
import { defaultRetryPolicy } from './http/retryPolicy.ts'
import { scimClient } from './http/scimClient.ts'
import type { JsonObject } from './jsonObject.ts'
import { pictureForm } from './pictureForm.ts'
import type { StoreFeatures } from './profile/profile.ts'
import { profiles } from './profile/profiles.ts'
import { toCurrentContact } from './profile/toCurrentContact.ts'
import { currentUser } from './read/currentUser.ts'
import { findUsers } from './read/findUsers.ts'
import { findScimUser } from './read/lookUp.ts'
import { readById } from './read/readById.ts'
import { findGroups, readGroup, readGroups } from './read/readGroups.ts'
import { readUsers } from './read/readUsers.ts'
import { newExperience, type Store } from './store.ts'
import { writeBatch } from './write/writeBatch.ts'

/** A SCIM 2.0 store (RFC 7643, RFC 7644; DC-6). `random` gives numbers in [0, 1) for the jitter of retries. */
export function scimTarget(
  settings: ScimConnectionSettings,
  parts: { readonly clock: Clock; readonly random?: () => number },
): Target {
  const profile = profiles[settings.profile]
  const { clock, random = Math.random } = parts
  const client = scimClient(settings, profile.serviceUrl(new URL(settings.url)), {
    clock,
    random,
    policy: defaultRetryPolicy,
  })
  const experience = newExperience()
  let opened: Promise<Store> | null = null

  function open(): Promise<Store> {
    opened ??= features().then(
      (found) => ({
        client,
        profile,
        features: found,
        pictures: pictureForm(settings, profile, found),
        pageSize: pageSizeOf(found),
        concurrency: settings.concurrency,
        experience,
      }),
      (failure) => {
        opened = null
        throw failure
      },
    )
    return opened
  }

  async function features(): Promise<StoreFeatures> {
    return profile.features === 'discovered' ? discoverFeatures(client, profile) : profile.features
  }

  function pageSizeOf(found: StoreFeatures): number {
    return Math.min(settings.pageSize, found.maxPageSize ?? settings.pageSize)
  }

  return {
    async discover(): Promise<TargetCapabilities> {
      const store = await open()
      const found = store.features
      const contacts = contactsOf(store)
      return {
        attributes: found.attributes,
        groups: found.groups,
        contacts: contacts === null ? null : { attributes: contacts.attributes, atMost: contacts.atMost },
        pictures: store.pictures,
        marks: entryKinds.filter((kind) => keepsMarks(found, kind)),
        batchSize: found.bulk?.maxOperations ?? 1,
        concurrency: settings.concurrency,
      }
    },
    async *readUsers() {
      yield* readUsers(await open())
    },
    async *readGroups() {
      const store = await open()
      if (store.features.groups !== 'none') yield* readGroups(store)
    },
    async readUser(id) {
      const store = await open()
      const user = await readById(store, '/Users', id)
      return user === null ? null : currentUser(store, user)
    },
    async findUser(uid) {
      const store = await open()
      const user = await findScimUser(store, uid)
      return user === null ? null : currentUser(store, user)
    },
    async *findUsers(uids) {
      if (uids.length > 0) yield* findUsers(await open(), uids)
    },
    async readGroup(id) {
      const store = await open()
      return store.features.groups === 'none' ? null : readGroup(store, id)
    },
    async *findGroups(displayNames) {
      if (displayNames.length === 0) return
      const store = await open()
      if (store.features.groups !== 'none') yield* findGroups(store, displayNames)
    },
    async *readContacts() {
      const store = await open()
      const contacts = contactsOf(store)
      if (contacts !== null) yield* currentContacts(store, contacts, contacts.pages())
    },
    async readContact(id) {
      const store = await open()
      const contacts = contactsOf(store)
      const contact = (await contacts?.read(id)) ?? null
      return contacts === null || contact === null
        ? null
        : toCurrentContact(contacts.layout, store.features.versions, contact)
    },
    async *findContacts(names) {
      if (names.length === 0) return
      const store = await open()
      const contacts = contactsOf(store)
      if (contacts !== null) yield* currentContacts(store, contacts, contacts.find(names))
    },
    async countContacts() {
      return (await contactsOf(await open())?.count()) ?? 0
    },
    async write(batch) {
      return writeBatch(await open(), batch)
    },
    check: () => checkStore(settings, { clock, random }),
    close: () => client.close(),
  }
}

async function* currentContacts(
  store: Store,
  { layout }: Contacts,
  pages: AsyncIterable<readonly JsonObject[]>,
): AsyncGenerator<readonly CurrentContact[]> {
  const { versions } = store.features
  for await (const page of pages) yield page.map((contact) => toCurrentContact(layout, versions, contact))
}

function keepsMarks({ attributes, groupMarks }: StoreFeatures, kind: EntryKind): boolean {
  switch (kind) {
    case 'user':
      return attributes.has('connectorDomain')
    case 'group':
      return groupMarks === 'kept'
    case 'contact':
      return false
    default:
      return assertNever(kind)
  }
}
