import type { PeerCertificate } from 'node:tls'
import { findAccount } from './bindAccount.ts'
import { anonymous, type DirectoryService, type Identity } from './directoryService.ts'
import { LdapFailure } from './ldapFailure.ts'

/** The identity of a simple bind (RFC 4513 5.1): anonymous, or by DN, UPN or `DOMAIN\user` (DC-3). */
export function simpleBind(
  service: DirectoryService,
  name: string,
  password: string,
  transport: 'plain' | 'tls',
): Identity {
  checkBindsAccepted(service)
  if (name === '' && password === '') {
    if (service.limits.anonymousAccess !== 'nothing') return anonymous
    throw new LdapFailure('inappropriateAuthentication', 'Anonymous binds are not allowed.')
  }
  if (password === '') throw new LdapFailure('unwillingToPerform', 'A bind with a name needs a password.')
  if (service.limits.simpleBinds === 'need-tls' && transport === 'plain') {
    throw new LdapFailure('strongerAuthRequired', strongerAuthMessages[service.tree.kind])
  }
  const account = findAccount(service.accounts, service.tree, name, password)
  if (account === undefined) throw new LdapFailure('invalidCredentials', invalidCredentialsMessages[service.tree.kind])
  return { kind: 'account', dn: account.dn }
}

/** The identity of SASL EXTERNAL: the subject of the certificate that the client showed (RFC 4422 appendix A). */
export function externalBind(
  service: DirectoryService,
  mechanism: string,
  certificate: PeerCertificate | undefined,
): Identity {
  checkBindsAccepted(service)
  if (mechanism !== 'EXTERNAL') throw new LdapFailure('authMethodNotSupported', `${mechanism} is not supported.`)
  if (certificate === undefined || Object.keys(certificate).length === 0) {
    throw new LdapFailure('inappropriateAuthentication', 'EXTERNAL needs a client certificate.')
  }
  const rdns = Object.entries(certificate.subject).flatMap(([type, values]) =>
    [values].flat().map((it) => `${type}=${it}`),
  )
  return { kind: 'account', dn: rdns.toReversed().join(',') }
}

function checkBindsAccepted({ limits }: DirectoryService): void {
  if (limits.refuseBinds !== undefined) throw new LdapFailure(limits.refuseBinds, 'The server takes no binds now.')
}

const strongerAuthMessages = {
  'ad-ds':
    '00002028: LdapErr: DSID-0C090256, comment: The server requires binds to turn on integrity checking if SSL\\TLS are not already active on the connection, data 0, v4563',
  ldap: 'confidentiality required',
}

const invalidCredentialsMessages = {
  'ad-ds': '80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data 52e, v4563',
  ldap: '',
}
