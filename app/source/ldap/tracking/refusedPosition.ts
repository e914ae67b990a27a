import { ConnectorError } from '../../../model/error.ts'
import type { AskedServer } from '../askedServer.ts'
import type { LdapResult } from '../protocol/ldapResult.ts'
import { describeResultCode } from '../protocol/resultCode.ts'

/** The server, which offers to tell of changes, does not say how far they go now. */
export function refusedPosition(
  { name }: AskedServer,
  contextDn: string,
  { code, diagnostic }: Pick<LdapResult, 'code' | 'diagnostic'>,
): ConnectorError {
  const words = diagnostic === '' ? '' : `: ${diagnostic}`
  return new ConnectorError({
    side: 'directory',
    code: 'position-refused',
    message: `${name} does not say how far the changes of ${contextDn} go (${describeResultCode(code)})${words}.`,
    remedy: 'Look into the log of the directory server; its limits and rights for the account of the connector count.',
    place: contextDn,
  })
}
