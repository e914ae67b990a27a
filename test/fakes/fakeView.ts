import { dnKey, isAtOrBelow, parentKey } from '../../app/model/dn.ts'
import { matchesFilter } from '../../app/selection/filter/matchesFilter.ts'
import { parseFilter } from '../../app/selection/filter/parseFilter.ts'
import type { DirectoryView } from '../../app/source/directoryView.ts'
import type { FakeSource } from './fakeSource.ts'

/** A view into a fake source; its containers are those that it tells the changes of. */
export async function fakeView(source: FakeSource): Promise<DirectoryView> {
  const facts = await source.discover()
  const below = (dn: string) => source.containers.filter((each) => parentKey(dnKey(each.dn)) === dnKey(dn))
  return {
    facts,
    attributeNames: null,
    isOpen: true,
    async containers(parentDn, atMost) {
      const found = below(parentDn)
      const containers = found
        .slice(0, atMost)
        .map(({ dn }) => ({ dn, kind: 'unit', hasChildren: below(dn).length > 0 }) as const)
      return { containers, more: found.length > atMost }
    },
    async *look({ baseDns, filter }) {
      source.questions.push('look')
      const wanted = parseFilter(filter)
      yield source.entries
        .filter(({ dn }) => baseDns.some((baseDn) => isAtOrBelow(dnKey(dn), dnKey(baseDn))))
        .filter(({ attributes }) => matchesFilter(wanted, attributes) === 'true')
    },
    close() {},
  }
}
