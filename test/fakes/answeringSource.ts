import type { Entry, EntryKind } from '../../app/model/entry.ts'
import { matchesFilter } from '../../app/selection/filter/matchesFilter.ts'
import { parseFilter } from '../../app/selection/filter/parseFilter.ts'
import type { ReadEvent, ReadRequest } from '../../app/source/source.ts'
import { type FakeSource, fakeSource } from './fakeSource.ts'
import { baseDn } from './people.ts'

/** A fake source that answers as a directory does: only entries that match the filter, and only what was asked for of them. */
export function answeringSource(entries: readonly Entry[] = []): FakeSource {
  const source = fakeSource(entries)
  const { read, readAnchors, find } = source
  const wholly = (request: ReadRequest): ReadRequest => ({ ...request, attributes: ['*'] })
  source.read = (request) => answers(read(wholly(request)), request)
  source.readAnchors = (request, anchors) => answers(readAnchors(wholly(request), anchors), request)
  source.find = async (request) =>
    (await find(request)).map((entry) => asAsked({ ...entry, attributes: whole(entry) }, request.attributes))
  return source
}

async function* answers(events: AsyncIterable<ReadEvent>, request: ReadRequest): AsyncGenerator<ReadEvent> {
  const filter = parseFilter(request.filter)
  for await (const event of events) {
    if (event.kind !== 'page') {
      yield event
      continue
    }
    const found = event.entries
      .map((entry) => ({ ...entry, attributes: whole(entry) }))
      .filter(({ attributes }) => matchesFilter(filter, attributes) === 'true')
    yield { ...event, entries: found.map((entry) => asAsked(entry, request.attributes)) }
  }
}

function asAsked(entry: Entry, asked: readonly string[]): Entry {
  const names = new Set(asked.map((name) => name.toLowerCase()))
  const attributes = Object.entries(entry.attributes).filter(([name]) => names.has(name))
  return { ...entry, attributes: Object.fromEntries(attributes) }
}

const classes: Readonly<Record<EntryKind, readonly string[]>> = {
  user: ['top', 'person', 'organizationalPerson', 'user'],
  group: ['top', 'group'],
  contact: ['top', 'person', 'organizationalPerson', 'contact'],
}

/** With what Active Directory says of each entry of the kind. */
function whole({ kind, attributes }: Entry): Entry['attributes'] {
  const category = kind === 'group' ? 'Group' : 'Person'
  return {
    objectclass: classes[kind],
    objectcategory: [`CN=${category},CN=Schema,CN=Configuration,${baseDn}`],
    ...(kind === 'group' && { grouptype: ['-2147483646'] }),
    ...attributes,
  }
}
