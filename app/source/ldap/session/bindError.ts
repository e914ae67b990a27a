import { ConnectorError } from '../../../model/error.ts'
import type { BindCredentials } from '../connectionSettings.ts'
import type { LdapResult } from '../protocol/ldapResult.ts'
import { describeResultCode, resultCode } from '../protocol/resultCode.ts'
import { adLogonFailure } from './adLogonFailure.ts'
import type { ServerAddress } from './serverAddress.ts'

interface Explanation {
  readonly code: string
  readonly message: string
  readonly remedy: string
}

const externalNeeds = 'EXTERNAL needs TLS and a client certificate that the server trusts; otherwise use a simple bind.'

/** Why the server refused the bind, for the administrator. */
export function bindError(server: ServerAddress, bind: BindCredentials, result: LdapResult): ConnectorError {
  return new ConnectorError({ side: 'directory', ...explain(server, bind, result), place: server.url })
}

function explain(server: ServerAddress, bind: BindCredentials, result: LdapResult): Explanation {
  const who = bind.method === 'simple' ? bind.user : bind.method === 'external' ? 'the client certificate' : 'anonymous'
  const words = result.diagnostic === '' ? '' : ` The server said: ${result.diagnostic}`
  const code = describeResultCode(result.code)
  switch (result.code) {
    case resultCode.invalidCredentials: {
      const failure = adLogonFailure(result.diagnostic)
      return {
        code: 'invalid-credentials',
        message: `${server.host} refused the sign-in of ${who}: ${failure?.meaning ?? 'user or password is wrong'} (${code}).`,
        remedy:
          failure?.remedy ??
          'Correct the user (a DN, or on Active Directory user@domain or DOMAIN\\user) or the password.',
      }
    }
    case resultCode.strongerAuthRequired:
    case resultCode.confidentialityRequired:
      return {
        code: 'strong-auth-required',
        message: `${server.host} takes no password over a connection that is not encrypted (${code}).`,
        remedy: 'Use ldaps://, or set directory.startTls to true.',
      }
    case resultCode.authMethodNotSupported:
      return {
        code: 'auth-method-not-supported',
        message: `${server.host} does not offer this kind of sign-in (${bind.method}, ${code}).${words}`,
        remedy: bind.method === 'external' ? externalNeeds : 'Choose another directory.bind.method.',
      }
    case resultCode.inappropriateAuthentication:
      return {
        code: 'inappropriate-authentication',
        message: `${server.host} does not take ${who} this way (${code}).${words}`,
        remedy:
          'Anonymous sign-in may be switched off, or the account has no password: use an account with a password.',
      }
    default:
      return {
        code: 'bind-refused',
        message: `${server.host} refused the sign-in of ${who} (${code}).${words}`,
        remedy: bind.method === 'external' ? externalNeeds : "Look into the server's log for the reason.",
      }
  }
}
