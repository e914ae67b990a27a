import { dnKey, isAtOrBelow } from '../../app/model/dn.ts'
import type { Entry } from '../../app/model/entry.ts'
import type { Gap } from '../../app/model/gap.ts'
import type { TrackingMethod } from '../../app/model/watermark.ts'
import type { ReadRequest, Source } from '../../app/source/source.ts'
import type { Location } from '../../app/source/tracking.ts'
import { countChanges } from './countChanges.ts'
import { fakeTracking } from './fakeTracking.ts'
import { fakeView } from './fakeView.ts'

/** A directory in memory, for tests of planning. Filters are not looked at: every entry of the kind matches. */
export interface FakeSource extends Source {
  /** May be changed between runs. */
  entries: Entry[]
  /** Containers that tell their own changes. */
  containers: Location[]
  /** Met at the end of every read. */
  gaps: Gap[]
  /** How changes are told; null: not at all. */
  tracking: { readonly method: TrackingMethod; readonly deletions: 'told' | 'untold' }
  offersTracking: 'yes' | 'no'
  /** The server that answers. */
  server: string
  /** Whether entries have marks, for who wants them. */
  offersMarks: 'yes' | 'no'
  /** What was asked, in order. */
  readonly questions: string[]
}

const pageLength = 7

export function fakeSource(entries: readonly Entry[] = []): FakeSource {
  const below = (baseDns: readonly string[]) => (entry: Entry) =>
    baseDns.some((baseDn) => isAtOrBelow(dnKey(entry.dn), dnKey(baseDn)))
  const positions: Parameters<typeof fakeTracking>[1] = new Map()
  const changesOf = countChanges()
  const told = (page: readonly Entry[], { attributes, marks }: Pick<ReadRequest, 'attributes' | 'marks'>) => {
    const entries = attributes.length === 0 ? page.map((entry) => ({ ...entry, attributes: {} })) : page
    if (marks === undefined || source.offersMarks === 'no') return entries
    return entries.map((entry, index) => ({ ...entry, mark: `${source.server} ${changesOf(page[index] ?? entry)}` }))
  }
  const source: FakeSource = {
    entries: [...entries],
    containers: [],
    gaps: [],
    tracking: { method: 'usn', deletions: 'told' },
    offersTracking: 'yes',
    offersMarks: 'yes',
    server: 'directory.test:636',
    questions: [],
    discover: async () => ({
      server: source.server,
      product: 'ad-ds',
      namingContexts: ['DC=corp,DC=test'],
      defaultNamingContext: 'DC=corp,DC=test',
      knownAttributes: null,
    }),
    async *read(request) {
      const { kind, baseDns, pageSize = pageLength } = request
      source.questions.push(`read ${kind}`)
      const found = source.entries.filter((entry) => entry.kind === kind).filter(below(baseDns))
      for (let start = 0; start < found.length; start += pageSize) {
        const entries = told(found.slice(start, start + pageSize), request)
        yield { kind: 'page', entries, server: source.server }
      }
      for (const gap of source.gaps) yield { kind: 'gap', gap }
    },
    async *readAnchors(request, anchors) {
      if (anchors.length === 0) return
      const { kind, baseDns, pageSize = pageLength } = request
      source.questions.push(`anchors ${anchors.length}`)
      const wanted = new Set(anchors)
      const found = source.entries
        .filter((entry) => entry.kind === kind && wanted.has(entry.anchor))
        .filter(below(baseDns))
      for (let start = 0; start < found.length; start += pageSize) {
        const entries = told(found.slice(start, start + pageSize), request)
        yield { kind: 'page', entries, server: source.server }
      }
      for (const gap of source.gaps) yield { kind: 'gap', gap }
    },
    track: async () => (source.offersTracking === 'yes' ? fakeTracking(source, positions) : null),
    async find({ who, baseDns }) {
      const answersTo = ({ dn, attributes }: Entry) =>
        dnKey(dn) === dnKey(who) || attributes.mail?.some((mail) => mail.toLowerCase() === who.toLowerCase()) === true
      return source.entries.filter(below(baseDns)).filter(answersTo).slice(0, 10)
    },
    async *check() {},
    browse: () => fakeView(source),
    close: async () => {},
  }
  return source
}

/** A gap such as a page that the server cut short. */
export const cutShort: Gap = {
  kind: 'size-limit',
  baseDn: 'DC=corp,DC=test',
  message: 'The directory stopped after 7 entries.',
  remedy: 'Raise its size limit.',
}
