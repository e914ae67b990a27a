import { parseFilter } from '../../../selection/filter/parseFilter.ts'
import type { DirectoryView, SeenEntry } from '../../directoryView.ts'
import { directoryFacts } from '../facts/directoryProfile.ts'
import type { SessionOpener } from '../openDirectory.ts'
import { topBases } from '../reading/topBases.ts'
import { browsePages } from './browsePages.ts'
import { containersBelow } from './containersBelow.ts'
import { inTurn } from './inTurn.ts'

/** Opens a session that is kept to look around. Throws ConnectorError (directory) when no server can be used. */
export async function openView(opener: SessionOpener, pageSize: number): Promise<DirectoryView> {
  const { session, profile } = await opener.open()
  // A server keeps the place of one paged search for a connection.
  const myTurn = inTurn()
  return {
    facts: directoryFacts(profile, session),
    attributeNames: profile.attributeNames,
    get isOpen() {
      return !session.connection.isLost
    },
    async containers(parentDn, atMost) {
      const done = await myTurn()
      try {
        return await containersBelow(session, profile, parentDn, atMost)
      } finally {
        done()
      }
    },
    async *look({ baseDns, filter: text, attributes }) {
      const filter = parseFilter(text)
      const done = await myTurn()
      try {
        for (const baseDn of topBases(baseDns)) {
          const pages = browsePages(session, profile, { baseDn, scope: 'sub', filter, attributes, pageSize })
          for await (const page of pages) yield page.map(({ dn, attributes }): SeenEntry => ({ dn, attributes }))
        }
      } finally {
        done()
      }
    },
    close: () => session.connection.close(),
  }
}
