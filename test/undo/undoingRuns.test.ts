import fc from 'fast-check'
import type { UserValues } from '../../app/model/resource.ts'
import type { Settings } from '../../app/settings/schema.ts'
import { answeringSource } from '../fakes/answeringSource.ts'
import { changesOf, connectorOn, objectsOf, said } from '../fakes/connectorOn.ts'
import type { FakeTarget } from '../fakes/fakeTarget.ts'
import { addForeigner, type Foreigner, happen, type Step, startingStore, startingWorld, steps } from '../plan/steps.ts'
import { entriesOf, type World } from '../plan/world.ts'
import { everyKindSettings, everyKindStore } from '../sync/everyKind.ts'

interface Story {
  readonly world: World
  readonly store: readonly Foreigner[]
  readonly chapters: readonly Step[][]
}

const story: fc.Arbitrary<Story> = fc.record({ world: startingWorld, store: startingStore, chapters: steps })

interface SeenUser {
  readonly active: boolean
  readonly uid: string
  readonly title: string | null
  readonly room: string | null
  readonly displayName: string | null
  /** Id of a user. */
  readonly manager: string | null
}

/** What a store holds. */
function seen({ users, groups, contacts }: FakeTarget) {
  const seenUser = (id: string): SeenUser | undefined => {
    const user = users.get(id)
    if (!user) return undefined
    const { uid = '', title = null, displayName = null, room = null, manager = null } = user.values
    return { active: user.active, uid: uid?.toLowerCase() ?? '', title, room, displayName, manager }
  }
  return {
    contacts: [...contacts.values()].map(({ values }) => JSON.stringify(Object.entries(values).sort())).sort(),
    users: new Map([...users.keys()].flatMap((id) => [[id, seenUser(id)] as const])),
    groups: new Map([...groups].map(([id, { displayName, members }]) => [id, { displayName, members: [...members] }])),
  }
}

/** Lives through a story, takes its last run back, and looks whether the store is as it was before that run. */
async function liveAndUndo({ world: start, store, chapters }: Story, settings: Settings): Promise<void> {
  const world = structuredClone(start)
  const source = answeringSource()
  const target = everyKindStore()
  /** Contacts that the connector did not create. */
  const foreign = new Map<string, UserValues>()
  for (const foreigner of store) addForeigner(target, foreigner)
  const connector = await connectorOn(source, target, settings)
  try {
    for (const chapter of chapters.slice(0, -1)) {
      for (const happening of chapter) happen(happening, world, target, connector.clock, foreign)
      source.entries = entriesOf(world)
      await connector.syncFull()
    }
    for (const happening of chapters.at(-1) ?? []) happen(happening, world, target, connector.clock, foreign)
    source.entries = entriesOf(world)
    const was = seen(target)
    const synced = await connector.syncFull()
    const run = [...connector.plan(synced.plan.id).changes()]
    const done = run.filter(({ outcome }) => outcome?.kind === 'done')
    if (done.length === 0) return

    const undone = await connector.undo(synced.run.id)
    const { plan } = changesOf(connector, undone).length > 0 ? await connector.apply(undone.plan.id, []) : undone
    const outcomes = [...connector.plan(plan.id).changes()]
    expect(outcomes.filter(({ outcome }) => outcome?.kind === 'failed').map(({ change }) => said(change))).toEqual([])
    const again = await connector.undo(synced.run.id)
    expect(changesOf(connector, again).map(said)).toEqual([])

    const now = seen(target)
    expect(now.contacts).toEqual(was.contacts)
    for (const [id, values] of foreign) expect(target.contacts.get(id)?.values).toEqual(values)
    expect(target.writes.filter((write) => 'id' in write && foreign.has(write.id))).toEqual([])
    const noted = new Set(
      [...connector.plan(undone.plan.id).notes()].map(({ name, attribute }) => `${name} ${attribute}`),
    )
    const left = new Set(
      objectsOf(connector, undone)
        .filter(({ reason }) => reason.kind !== 'as-before')
        .map(({ resourceId }) => resourceId),
    )
    const deleted = new Set(
      done.flatMap(({ change }) => (change.kind === 'delete' && change.resourceId ? [change.resourceId] : [])),
    )
    const isNoted = (names: readonly string[], attribute: string) =>
      names.some((name) => noted.has(`${name} ${attribute}`))
    const namesOf = (id: string) =>
      done.flatMap(({ change, outcome }) =>
        outcome?.kind === 'done' && outcome.resourceId === id ? [change.name, change.before?.values?.uid ?? ''] : [],
      )
    /** Where a resource that was deleted is now: another one of its name, which was made again. */
    const nowOf = (id: string): string | undefined => {
      if (target.users.has(id) || target.groups.has(id)) return id
      const user = target.user(was.users.get(id)?.uid ?? '')
      const name = was.groups.get(id)?.displayName
      return user?.id ?? [...target.groups].find(([, group]) => group.displayName === name)?.[0]
    }
    for (const [id, before] of was.users) {
      if (!before || left.has(id)) continue
      const names = [before.uid, ...namesOf(id)]
      const after = deleted.has(id) ? now.users.get(target.user(before.uid)?.id ?? '') : now.users.get(id)
      expect(after).toBeDefined()
      expect(after?.active).toBe(before.active)
      for (const attribute of ['uid', 'title', 'room', 'displayName'] as const) {
        if (!isNoted(names, attribute)) expect(after?.[attribute]).toBe(before[attribute])
      }
      const manager = before.manager && nowOf(before.manager)
      if (manager !== undefined && !isNoted(names, 'manager')) expect(after?.manager ?? null).toBe(manager)
    }
    for (const [id, after] of now.users) {
      if (was.users.has(id) || !after) continue
      const isAgain = [...was.users].some(([old, before]) => deleted.has(old) && before?.uid === after.uid)
      if (!isAgain) expect(after.active && !left.has(id)).toBe(false)
    }
    for (const [id, before] of was.groups) {
      if (left.has(id)) continue
      if (deleted.has(id)) expect([...target.groups.values()].map((it) => it.displayName)).toContain(before.displayName)
      else expect(now.groups.get(id)?.displayName).toBe(before.displayName)
      // Of a group that the run left alone nobody has noted that it lost a member which was deleted.
      const isTold = done.some(({ change }) => change.resourceId === id && change.members !== undefined)
      const goneForGood = (member: string) => deleted.has(member) && (was.users.has(member) || !isTold)
      const stays = before.members.filter((member) => !goneForGood(member)).map(nowOf)
      if (!deleted.has(id)) expect(now.groups.get(id)?.members).toEqual(expect.arrayContaining(stays))
    }
    for (const id of now.groups.keys()) {
      const isAgain = [...deleted].some((old) => was.groups.get(old)?.displayName === now.groups.get(id)?.displayName)
      if (!was.groups.has(id) && !isAgain) expect(left.has(id)).toBe(true)
    }
  } finally {
    await connector.close()
  }
}

describe('whatever a run did', () => {
  it.each([
    ['kept', everyKindSettings({}, { softDeleteDays: 7 })],
    ['deleted after a wait', everyKindSettings({}, { softDeleteDays: 3, mismatched: 'delete' })],
  ])('an undo gives back, and nothing is left to take back, while strangers are %s', async (_, settings) => {
    await fc.assert(
      fc.asyncProperty(story, (it) => liveAndUndo(it, settings)),
      { numRuns: Number(process.env.DIRECTORY_CONNECTOR_STORIES ?? 50) },
    )
  })
})
