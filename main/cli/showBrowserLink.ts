import { answered } from '../../app/api/remote/remoteAnswer.ts'
import { ConnectorError } from '../../app/model/error.ts'
import { findService } from '../service/findService.ts'
import { exitCode } from './exitCode.ts'
import type { Terminal } from './terminal.ts'

/** What `service link` prints; gives the exit code. */
export async function showBrowserLink(terminal: Terminal): Promise<number> {
  const found = await findService(terminal.dataFolder)
  if (found === null) throw noService(terminal.dataFolder)
  const link = await answered(found.client.browserLink.mutate())
  if (terminal.json) terminal.printJson({ link })
  else terminal.print(link)
  return exitCode.done
}

function noService(dataFolder: string): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'service-not-running',
    message: `No service runs for ${dataFolder}.`,
    remedy: 'Start one that serves browsers: `service run --http 127.0.0.1:0`.',
    place: dataFolder,
  })
}
