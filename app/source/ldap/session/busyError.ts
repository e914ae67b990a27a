import { ConnectorError } from '../../../model/error.ts'
import { describeResultCode } from '../protocol/resultCode.ts'
import type { ServerBusyError } from '../protocol/serverBusyError.ts'

/** The server, `dc1.corp.example.com:636`, is up but has no time now. */
export function busyError(server: string, busy: ServerBusyError): ConnectorError {
  return new ConnectorError({
    side: 'directory',
    code: 'busy',
    message: `${server} has no time to answer now (${describeResultCode(busy.result.code)}).`,
    remedy: 'Run again later; a second server under directory.servers helps.',
    place: server,
    cause: busy,
  })
}
