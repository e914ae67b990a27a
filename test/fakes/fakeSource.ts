import { dnKey, isAtOrBelow } from '../../app/model/dn.ts'
import type { Entry } from '../../app/model/entry.ts'
import type { Gap } from '../../app/model/gap.ts'
import type { Source } from '../../app/source/source.ts'

/** A directory in memory, for tests of planning. Filters are not looked at: every entry of the kind matches. */
export interface FakeSource extends Source {
  /** May be changed between runs. */
  entries: Entry[]
  /** Met at the end of every read. */
  gaps: Gap[]
}

const pageLength = 7

export function fakeSource(entries: readonly Entry[] = []): FakeSource {
  const below = (baseDns: readonly string[]) => (entry: Entry) =>
    baseDns.some((baseDn) => isAtOrBelow(dnKey(entry.dn), dnKey(baseDn)))
  const source: FakeSource = {
    entries: [...entries],
    gaps: [],
    discover: async () => ({
      server: 'directory.test:636',
      product: 'ad-ds',
      namingContexts: ['DC=corp,DC=test'],
      defaultNamingContext: 'DC=corp,DC=test',
      knownAttributes: null,
    }),
    async *read({ kind, baseDns }) {
      const found = source.entries.filter((entry) => entry.kind === kind).filter(below(baseDns))
      for (let start = 0; start < found.length; start += pageLength) {
        yield { kind: 'page', entries: found.slice(start, start + pageLength) }
      }
      for (const gap of source.gaps) yield { kind: 'gap', gap }
    },
    async find({ who, baseDns }) {
      const answersTo = ({ dn, attributes }: Entry) =>
        dnKey(dn) === dnKey(who) || attributes.mail?.some((mail) => mail.toLowerCase() === who.toLowerCase()) === true
      return source.entries.filter(below(baseDns)).filter(answersTo).slice(0, 10)
    },
    check: async () => [],
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
