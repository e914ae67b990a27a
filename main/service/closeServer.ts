import { once } from 'node:events'
import type { Server } from 'node:http'

/** How long the last answers get to leave. */
const partingMilliseconds = 500

/** Takes no more requests, and ends what goes on; answers that are on their way still get through. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const enough = setTimeout(() => server.closeAllConnections(), partingMilliseconds)
  await closed
  clearTimeout(enough)
}
