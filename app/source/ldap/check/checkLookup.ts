import { assertNever } from '../../../model/assertNever.ts'
import type { Finding } from '../../../model/finding.ts'
import type { DirectoryServers } from '../discovery/directoryServers.ts'
import { asFinding, good, warning } from './finding.ts'

/** What the lookup of domain controllers gave; a failed one is only a warning when servers are listed (DC-4). */
export function checkLookup(servers: DirectoryServers): readonly Finding[] {
  const { listed, discovered, lookup } = servers
  switch (lookup.kind) {
    case 'none':
      return []
    case 'failed': {
      const failure = asFinding(`domain ${lookup.domain}`, lookup.error)
      return [listed.length > 0 ? { ...failure, level: 'warning' } : failure]
    }
    case 'found': {
      const subject = `domain ${lookup.domain}`
      const { queryName, controllers, outside } = lookup.found
      const count = controllers.length === 1 ? '1 domain controller' : `${controllers.length} domain controllers`
      const when = listed.length > 0 ? 'Tried after the listed servers, in this order' : 'Tried in this order'
      const urls = discovered.map(({ url }) => url).join(', ')
      const order = urls === '' ? 'All of them are listed.' : `${when}: ${urls}.`
      const finding = good(subject, `${queryName} names ${count}. ${order}`)
      return outside.length === 0 ? [finding] : [finding, outsideFinding(subject, outside)]
    }
    default:
      return assertNever(lookup)
  }
}

function outsideFinding(subject: string, outside: readonly string[]): Finding {
  return warning(
    subject,
    `DNS also names hosts outside of the domain: ${outside.join(', ')}. They are not used, because whoever forges an answer of DNS could be sent the password.`,
    'If these are your controllers, list them under directory.servers.',
  )
}
