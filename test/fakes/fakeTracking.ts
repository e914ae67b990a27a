import { dnKey, isAtOrBelow, parentKey } from '../../app/model/dn.ts'
import { type Entry, entryKinds } from '../../app/model/entry.ts'
import type { Watermark } from '../../app/model/watermark.ts'
import type { ChangeEvent, Location, Tracking } from '../../app/source/tracking.ts'
import type { FakeSource } from './fakeSource.ts'

/** What a directory told at one time: of each anchor, what a change of it would be told for. */
type Essence = ReadonlyMap<string, string>

interface Kept {
  readonly entries: readonly Entry[]
  readonly containers: readonly Location[]
}

/**
 * Tells changes as Active Directory does: an entry is told when it itself was changed. Not told: that it lies somewhere
 * else because a container above it moved, and that values pointing to others were rewritten because those moved or went.
 */
export function fakeTracking(source: FakeSource, positions: Map<string, Kept>): Tracking {
  const { server, read, readAnchors } = source
  return {
    method: source.tracking.method,
    server,
    explanation: 'As this test wants it.',
    async position() {
      return keep(source, positions)
    },
    async *changesSince(watermark): AsyncGenerator<ChangeEvent> {
      source.questions.push('changes')
      const before = positions.get(watermark.position)
      if (before === undefined || watermark.server !== server) {
        yield { kind: 'lost', message: `The watermark is of ${watermark.server}, this is ${server}.` }
        return
      }
      const now: Kept = { entries: source.entries, containers: source.containers }
      const [was, is] = [essence(before, now), essence(now, before)]
      const places = new Map([...now.entries, ...now.containers].map(({ anchor, dn }) => [anchor, dn]))
      const changed = [...is].filter(([anchor, text]) => was.get(anchor) !== text).map(([anchor]) => anchor)
      yield { kind: 'changed', entries: changed.map((anchor) => ({ anchor, dn: places.get(anchor) ?? '' })) }
      if (source.tracking.deletions === 'told') {
        yield { kind: 'deleted', anchors: [...was.keys()].filter((anchor) => !is.has(anchor)) }
      }
      for (const gap of source.gaps) yield { kind: 'gap', gap }
      yield { kind: 'end', watermark: keep(source, positions), deletions: source.tracking.deletions }
    },
    async *readAnchors(request, anchors) {
      if (request.filter.includes('objectClass=organizationalUnit')) {
        source.questions.push(`anchors ${anchors.length}`)
        const entries = source.containers
          .filter(({ anchor }) => anchors.includes(anchor))
          .map(({ anchor, dn }) => ({ anchor, dn, kind: 'user' as const, baseDn: '', attributes: {} }))
        yield { kind: 'page', entries, server }
        return
      }
      if (request.attributes.includes('memberOf')) {
        source.questions.push(`anchors ${anchors.length}`)
        const found = source.entries.filter(({ anchor }) => anchors.includes(anchor))
        yield { kind: 'page', entries: found.map((entry) => withBackLinks(entry, source.entries)), server }
        return
      }
      yield* readAnchors(request, anchors)
    },
    async *read(request) {
      const kinds = request.attributes.length === 0 ? entryKinds : [request.kind]
      for (const kind of kinds) yield* read({ ...request, kind })
    },
    async *locate(dns) {
      const keys = new Set(dns.map(dnKey))
      yield source.containers.filter(({ dn }) => keys.has(dnKey(dn)))
    },
    close: async () => {},
  }
}

function keep(source: FakeSource, positions: Map<string, Kept>): Watermark {
  const position = String(positions.size)
  positions.set(position, structuredClone({ entries: source.entries, containers: source.containers }))
  return { method: source.tracking.method, server: source.server, position }
}

/** Values that point to others count by whom they point to, and only while both are there at both times. */
function essence(kept: Kept, other: Kept): Essence {
  const anchors = (of: Kept) => new Map([...of.entries, ...of.containers].map(({ anchor, dn }) => [dnKey(dn), anchor]))
  const [here, there] = [anchors(kept), new Set(anchors(other).values())]
  const pointedTo = (dn: string) => {
    const anchor = here.get(dnKey(dn))
    return anchor === undefined ? dnKey(dn) : there.has(anchor) ? anchor : []
  }
  const placeOf = (dn: string) => {
    const key = dnKey(dn)
    const parent = parentKey(key)
    return [key.slice(0, key.length - parent.length), here.get(parent) ?? parent]
  }
  const texts = new Map<string, string>()
  for (const { anchor, dn } of kept.containers) texts.set(anchor, JSON.stringify(placeOf(dn)))
  for (const { anchor, kind, dn, attributes, memberDns = [] } of kept.entries) {
    const { manager = [], ...own } = attributes
    const members = memberDns.flatMap(pointedTo).sort()
    texts.set(anchor, JSON.stringify([kind, placeOf(dn), own, manager.flatMap(pointedTo), members]))
  }
  return texts
}

function withBackLinks(entry: Entry, entries: readonly Entry[]): Entry {
  const key = dnKey(entry.dn)
  const pointsHere = (dns: readonly string[] = []) => dns.some((dn) => dnKey(dn) === key)
  const memberof = entries.filter(({ memberDns }) => pointsHere(memberDns)).map(({ dn }) => dn)
  const directreports = entries.filter(({ attributes }) => pointsHere(attributes.manager)).map(({ dn }) => dn)
  return { ...entry, attributes: { memberof, directreports } }
}

/** Moves an entry or a container with everything below it, and rewrites what points there, as a directory does. */
export function moveInDirectory(source: FakeSource, from: string, to: string): void {
  const fromKey = dnKey(from)
  const moved = (dn: string): string => {
    const key = dnKey(dn)
    if (!isAtOrBelow(key, fromKey)) return dn
    return dn.slice(0, dn.length - from.length) + to
  }
  source.containers = source.containers.map((container) => ({ ...container, dn: moved(container.dn) }))
  source.entries = source.entries.map((entry) => ({
    ...entry,
    dn: moved(entry.dn),
    attributes: {
      ...entry.attributes,
      ...(entry.attributes.manager && { manager: entry.attributes.manager.map(moved) }),
    },
    ...(entry.memberDns && { memberDns: entry.memberDns.map(moved) }),
  }))
}

/** Deletes an entry, and what points to it. */
export function deleteInDirectory(source: FakeSource, dn: string): void {
  const key = dnKey(dn)
  const others = (dns: readonly string[]) => dns.filter((other) => dnKey(other) !== key)
  source.entries = source.entries
    .filter((entry) => dnKey(entry.dn) !== key)
    .map((entry) => {
      const { manager, ...own } = entry.attributes
      const left = manager && others(manager)
      const attributes = left && left.length > 0 ? { ...own, manager: left } : own
      return { ...entry, attributes, ...(entry.memberDns && { memberDns: others(entry.memberDns) }) }
    })
}
