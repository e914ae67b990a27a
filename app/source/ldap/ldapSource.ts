import type { Source } from '../source.ts'
import { openView } from './browsing/openView.ts'
import { checkDirectory } from './checkDirectory.ts'
import type { LdapConnectionSettings } from './connectionSettings.ts'
import { machineLookup } from './discovery/domainControllers.ts'
import type { LookupParts } from './discovery/lookUpControllers.ts'
import { directoryFacts } from './facts/directoryProfile.ts'
import { findEntries } from './findEntries.ts'
import { openDirectory } from './openDirectory.ts'
import { anchorReader } from './reading/anchorReader.ts'
import { readEntries } from './reading/readEntries.ts'
import { selectionReader } from './reading/selectionReader.ts'
import { trackDirectory } from './tracking/trackDirectory.ts'

/**
 * A directory behind LDAP (DC-1 to DC-4, DC-14): AD DS, AD LDS, OpenLDAP, 389 DS. Connects when it is first asked for
 * something; every read has a connection of its own. `parts` is how domain controllers are looked up; by default the DNS
 * servers of the machine are asked.
 */
export function ldapSource(settings: LdapConnectionSettings, parts: Partial<LookupParts> = {}): Source {
  const directory = openDirectory(settings, { ...machineLookup, ...parts })
  return {
    async discover() {
      const { session, profile } = await directory.opener().open()
      session.connection.close()
      return directoryFacts(profile, session)
    },
    async *read(request) {
      yield* readEntries(directory.opener(), request.baseDns, settings.pageSize, selectionReader(request))
    },
    async *readAnchors(request, anchors) {
      if (anchors.length === 0) return
      yield* readEntries(directory.opener(), request.baseDns, settings.pageSize, anchorReader(request, anchors))
    },
    track: (request) => trackDirectory(directory.opener(), request, settings.pageSize),
    find: (request) => findEntries(directory.opener(), request),
    check: (baseDns) => checkDirectory(settings, directory, baseDns),
    browse: () => openView(directory.opener(), settings.pageSize),
    async close() {
      directory.closeAll()
    },
  }
}
