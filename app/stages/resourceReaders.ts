import type { EntryKind } from '../model/entry.ts'
import type { Workspace } from '../state/workspace.ts'
import type { Target } from '../target/target.ts'

/** How to ask the store for one kind of resource; what it answers goes into the workspace. */
export interface ResourceReader {
  /** How many came, page by page. */
  all(): AsyncIterable<number>
  one(id: string): Promise<void>
  named(names: readonly string[]): Promise<void>
}

export function resourceReaders(target: Target, workspace: Workspace): Readonly<Record<EntryKind, ResourceReader>> {
  const readerOf = <Page>(
    all: () => AsyncIterable<Page>,
    one: (id: string) => Promise<Page | null>,
    named: (names: readonly string[]) => AsyncIterable<Page>,
    add: (page: Page) => number,
  ): ResourceReader => ({
    async *all() {
      for await (const page of all()) yield add(page)
    },
    async one(id) {
      const page = await one(id)
      if (page) add(page)
    },
    async named(names) {
      for await (const page of named(names)) add(page)
    },
  })
  return {
    user: readerOf(
      () => target.readUsers(),
      async (id) => asPage(await target.readUser(id)),
      (names) => target.findUsers(names),
      (users) => {
        workspace.addUsers(users)
        return users.length
      },
    ),
    group: readerOf(
      () => target.readGroups(),
      (id) => target.readGroup(id),
      (names) => target.findGroups(names),
      (page) => {
        workspace.addGroups(page)
        return page.groups.length
      },
    ),
    contact: readerOf(
      () => target.readContacts(),
      async (id) => asPage(await target.readContact(id)),
      (names) => target.findContacts(names),
      (contacts) => {
        workspace.addContacts(contacts)
        return contacts.length
      },
    ),
  }
}

function asPage<Resource>(resource: Resource | null): readonly Resource[] | null {
  return resource === null ? null : [resource]
}
