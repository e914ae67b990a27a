import type { Tracking, TrackingRequest } from '../../tracking.ts'
import type { AskedServer } from '../askedServer.ts'
import type { SessionOpener } from '../openDirectory.ts'
import { serverName } from '../session/serverAddress.ts'
import { asTrackingError } from './asTrackingError.ts'
import { chooseFeed } from './chooseFeed.ts'
import { locateEntries } from './reading/locateEntries.ts'
import { readAnchors } from './reading/readAnchors.ts'
import { readSelection } from './reading/readSelection.ts'
import { watermarkedChanges } from './watermarkedChanges.ts'

/**
 * Opens a session that tells of changes, and stays with its server; see Source.track. Throws ConnectorError: the
 * directory cannot be used, or a method that the request names is not offered (settings, `tracking-not-offered`).
 */
export async function trackDirectory(
  opener: SessionOpener,
  request: TrackingRequest,
  pageSize: number,
): Promise<Tracking | null> {
  const { session, profile } = await opener.open()
  const { connection } = session
  const server: AskedServer = { connection, profile, name: serverName(session.server), pageSize }
  try {
    const feed = await chooseFeed(server, request)
    if (feed === undefined) {
      connection.close()
      return null
    }
    const { method, explanation } = feed
    return {
      method,
      server: server.name,
      explanation,
      async position() {
        try {
          return { method, server: server.name, position: await feed.position() }
        } catch (error) {
          throw asTrackingError(error, server.name)
        }
      },
      changesSince: (watermark) => explained(server.name, watermarkedChanges(feed, server.name, watermark)),
      readAnchors: (read, anchors) => explained(server.name, readAnchors(server, read, anchors)),
      read: (read) => readSelection(server, read),
      locate: (dns) => explained(server.name, locateEntries(server, dns)),
      close: async () => connection.close(),
    }
  } catch (error) {
    connection.close()
    throw asTrackingError(error, server.name)
  }
}

/** `events`, with errors as a tracking throws them. */
async function* explained<Event>(server: string, events: AsyncIterable<Event>): AsyncGenerator<Event, void, void> {
  try {
    yield* events
  } catch (error) {
    throw asTrackingError(error, server)
  }
}
