import type { LdapResult } from './ldapResult.ts'
import { resultCode } from './resultCode.ts'

/** The server is up but has no time now: another one, or the same one later, may do. */
export class ServerBusyError extends Error {
  readonly result: LdapResult
  /** Entries that were read before. */
  readonly read: number

  constructor(result: LdapResult, read: number) {
    super(`The server is busy (result ${result.code}).`)
    this.name = 'ServerBusyError'
    this.result = result
    this.read = read
  }
}

/** Whether a result only says that the server has no time now. */
export function isBusy(result: LdapResult): boolean {
  return result.code === resultCode.busy || result.code === resultCode.unavailable
}

/** Throws ServerBusyError when a result only says that the server has no time now. */
export function refuseBusy(result: LdapResult): void {
  if (isBusy(result)) throw new ServerBusyError(result, 0)
}
