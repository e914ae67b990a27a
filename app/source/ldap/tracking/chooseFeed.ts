import { assertNever } from '../../../model/assertNever.ts'
import { ConnectorError } from '../../../model/error.ts'
import type { TrackingMethod } from '../../../model/watermark.ts'
import type { TrackingRequest } from '../../tracking.ts'
import type { AskedServer } from '../askedServer.ts'
import { isActiveDirectory } from '../facts/product.ts'
import type { ChangeFeed } from './changeFeed.ts'
import { contextsAround } from './contextsAround.ts'
import { dirSyncFeed } from './dirsync/dirSyncFeed.ts'
import { syncreplFeed } from './syncrepl/syncreplFeed.ts'
import { timestampFeed } from './timestamps/timestampFeed.ts'
import { usnFeed } from './usn/usnFeed.ts'

/**
 * The best way in which this server tells this account of changes, or the one that the request names; undefined when
 * there is none. Throws ConnectorError (settings, `tracking-not-offered`) for a method that is named and not to be had.
 */
export async function chooseFeed(server: AskedServer, request: TrackingRequest): Promise<ChangeFeed | undefined> {
  const { baseDns, method } = request
  const contextDns = contextsAround(baseDns, server.profile.rootDse.namingContexts)
  if (method !== undefined) {
    const feed = await feedOf(method, server, contextDns, baseDns)
    if (feed === undefined) throw notOffered(method, server)
    return feed
  }
  const best: readonly TrackingMethod[] = isActiveDirectory(server.profile.product)
    ? ['dirsync', 'usn']
    : ['syncrepl', 'timestamps']
  for (const each of best) {
    const feed = await feedOf(each, server, contextDns, baseDns)
    if (feed !== undefined) return feed
  }
  return undefined
}

function feedOf(
  method: TrackingMethod,
  server: AskedServer,
  contextDns: readonly string[],
  baseDns: readonly string[],
): Promise<ChangeFeed | undefined> {
  switch (method) {
    case 'dirsync':
      return dirSyncFeed(server, contextDns, baseDns)
    case 'usn':
      return usnFeed(server, contextDns, baseDns)
    case 'syncrepl':
      return syncreplFeed(server, contextDns, baseDns)
    case 'timestamps':
      return timestampFeed(server, contextDns, baseDns)
    default:
      return assertNever(method)
  }
}

function notOffered(method: TrackingMethod, { name }: AskedServer): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'tracking-not-offered',
    message: `${name} does not offer this account to find changes by ${method}.`,
    remedy: `Set directory.changeTracking to automatic, or ${needs(method)}.`,
    place: 'directory.changeTracking',
  })
}

function needs(method: TrackingMethod): string {
  switch (method) {
    case 'dirsync':
      return 'use a domain controller of Active Directory, which knows DirSync'
    case 'usn':
      return 'use a domain controller of Active Directory, and let the account read uSNChanged and invocationId'
    case 'syncrepl':
      return 'load the overlay syncprov for the database, and let the account read contextCSN of its suffix'
    case 'timestamps':
      return 'use a directory other than Active Directory, and let the account read modifyTimestamp'
    default:
      return assertNever(method)
  }
}
