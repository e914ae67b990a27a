import { ConnectorError } from '../../../model/error.ts'
import { MalformedMessageError } from '../protocol/berCursor.ts'
import { ConnectionLostError } from '../protocol/connectionLostError.ts'
import { ServerBusyError } from '../protocol/serverBusyError.ts'
import { busyError } from '../session/busyError.ts'

/** What a tracking throws in place of what its connection threw. */
export function asTrackingError(error: unknown, server: string): unknown {
  if (error instanceof ConnectionLostError) {
    return new ConnectorError({
      side: 'directory',
      code: 'connection-lost',
      message: `The connection to ${server} was lost while changes were read: ${error.detail}.`,
      remedy:
        'Run again when the server and the network are well; nothing was lost, the next sync begins where this one did.',
      place: server,
      cause: error,
    })
  }
  if (error instanceof ServerBusyError) return busyError(server, error)
  if (error instanceof MalformedMessageError) {
    return new ConnectorError({
      side: 'directory',
      code: 'protocol-mismatch',
      message: `${server} told of changes in a way that is not understood: ${error.message}`,
      remedy:
        'Choose another way to find changes under directory.changeTracking, and look into the log of the directory server.',
      place: server,
      cause: error,
    })
  }
  return error
}
