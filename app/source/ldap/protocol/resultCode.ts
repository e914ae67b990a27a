/** LDAP result codes (RFC 4511 4.1.9) that the source treats in a way of their own. */
export const resultCode = {
  success: 0,
  operationsError: 1,
  timeLimitExceeded: 3,
  sizeLimitExceeded: 4,
  authMethodNotSupported: 7,
  strongerAuthRequired: 8,
  referral: 10,
  adminLimitExceeded: 11,
  unavailableCriticalExtension: 12,
  confidentialityRequired: 13,
  noSuchObject: 32,
  invalidDnSyntax: 34,
  inappropriateAuthentication: 48,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  busy: 51,
  unavailable: 52,
  unwillingToPerform: 53,
} as const

const names: ReadonlyMap<number, string> = new Map(Object.entries(resultCode).map(([name, code]) => [code, name]))

/** `sizeLimitExceeded, result 4` for messages; only the number for a code that has no name here. */
export function describeResultCode(code: number): string {
  const name = names.get(code)
  return name === undefined ? `result ${code}` : `${name}, result ${code}`
}
