import type { ExpectedStore, ExpectedUser } from './changingCompany.ts'
import { type EmbeddedSides, enterprise, type Listed } from './embeddedSides.ts'

/**
 * Proves that the store holds what is expected and nothing twice. Whoever else is in it has left the company, and is
 * inactive.
 */
export async function expectStoreHolds({ list }: Pick<EmbeddedSides, 'list'>, expected: ExpectedStore): Promise<void> {
  const users = await list('Users')
  const groups = await list('Groups')
  const contacts = await list('Contacts')
  const displayNames = users.map(({ displayName }) => displayName ?? '')
  expect(twice(displayNames)).toEqual([])
  expect(twice(users.map(({ userName = '' }) => userName.toLowerCase()))).toEqual([])
  expect(twice(groups.map(({ displayName = '' }) => displayName))).toEqual([])

  const names = new Map([...users, ...groups].map(({ id, displayName = '' }) => [id, displayName]))
  const nameOf = (id: string | undefined) => (id === undefined ? null : (names.get(id) ?? `nobody's id ${id}`))
  const found = new Map<string, ExpectedUser>()
  for (const {
    userName = '',
    displayName = '',
    active = false,
    title = '',
    photos,
    [enterprise]: extension,
  } of users) {
    if (!active && !expected.users.has(displayName)) continue
    found.set(displayName, {
      userName,
      title,
      active,
      manager: nameOf(extension?.manager?.value),
      picture: base64Of(photos),
    })
  }
  const members = groups.map(({ displayName = '', members: listed = [] }) => {
    return [displayName, listed.map(({ value }) => nameOf(value) ?? '').sort()] as const
  })
  expect(sorted(found)).toEqual(sorted(expected.users))
  expect(sorted(new Map(members))).toEqual(sorted(expected.groups))
  expect(twice(contacts.map(({ displayName = '' }) => displayName))).toEqual([])
  const reached = contacts.map(({ displayName = '', title = '', emails = [] }) => {
    return [displayName, `${emails.map(({ value }) => value).join(' and ')} ${title}`] as const
  })
  expect(sorted(new Map(reached))).toEqual(sorted(expected.contacts))
}

function base64Of(photos: Listed['photos']): string | null {
  const values = photos?.flatMap(({ value }) => value ?? []) ?? []
  return values.length === 0
    ? null
    : values.map((value) => value.replace(/^data:image\/jpeg;base64,/, '')).join(' and ')
}

function sorted<Value>(map: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...map].sort(([one], [other]) => one.localeCompare(other)))
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}
