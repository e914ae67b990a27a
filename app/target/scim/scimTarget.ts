import type { Clock } from '../../model/clock.ts'
import { type EntryKind, entryKinds } from '../../model/entry.ts'
import type { Target, TargetCapabilities } from '../target.ts'
import { checkStore } from './check/checkStore.ts'
import type { ScimConnectionSettings } from './connectionSettings.ts'
import { discoverFeatures } from './discoverFeatures.ts'
import { defaultRetryPolicy } from './http/retryPolicy.ts'
import { scimClient } from './http/scimClient.ts'
import type { StoreFeatures } from './profile/profile.ts'
import { profiles } from './profile/profiles.ts'
import { toCurrentUser } from './profile/toCurrentUser.ts'
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
      const found = (await open()).features
      return {
        attributes: found.attributes,
        groups: found.groups,
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
      return user === null ? null : toCurrentUser(profile, store.features.versions, user)
    },
    async findUser(uid) {
      const store = await open()
      const user = await findScimUser(store, uid)
      return user === null ? null : toCurrentUser(profile, store.features.versions, user)
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
    async write(batch) {
      return writeBatch(await open(), batch)
    },
    check: () => checkStore(settings, { clock, random }),
    close: () => client.close(),
  }
}

function keepsMarks({ attributes, groupMarks }: StoreFeatures, kind: EntryKind): boolean {
  return kind === 'user' ? attributes.has('connectorDomain') : groupMarks === 'kept'
}
