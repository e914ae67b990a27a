import { assertNever } from '../../../model/assertNever.ts'
import { ConnectorError } from '../../../model/error.ts'
import type { ConnectionLostError } from '../protocol/connectionLostError.ts'
import type { ServerAddress } from './serverAddress.ts'

/** The server accepted the connection, but did not answer the first requests. */
export function unansweredError(server: ServerAddress, loss: ConnectionLostError): ConnectorError {
  return new ConnectorError({ side: 'directory', ...explain(server, loss), place: server.url, cause: loss })
}

function explain(server: ServerAddress, loss: ConnectionLostError) {
  const where = `${server.host}, port ${server.port}`
  switch (loss.reason) {
    case 'timeout':
      return {
        code: 'timeout',
        message: `${where}: ${loss.detail}.`,
        remedy: 'Check that the directory service is healthy, or raise directory.timeoutSeconds.',
      }
    case 'not-ldap':
      return {
        code: 'protocol-mismatch',
        message: `${where}: ${loss.detail}.`,
        remedy: 'Use ldaps:// for a port that speaks TLS (mostly 636), and check that it is a directory server.',
      }
    case 'closed':
      return server.security === 'plain'
        ? {
            code: 'protocol-mismatch',
            message: `${where}: ${loss.detail} without an answer.`,
            remedy:
              'A port that speaks TLS (mostly 636) does so: use ldaps:// for it. Otherwise look into the log of the server.',
          }
        : {
            code: 'unreachable',
            message: `${where}: ${loss.detail} without an answer.`,
            remedy: 'Look into the log of the server.',
          }
    default:
      return assertNever(loss.reason)
  }
}
