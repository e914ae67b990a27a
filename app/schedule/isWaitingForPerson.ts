import { ConnectorError } from '../model/error.ts'

const codes: ReadonlySet<string> = new Set(['no-full-sync', 'settings-changed', 'paused'])

/** Whether a run was refused until somebody does something, so that it will be refused in the same way next time. */
export function isWaitingForPerson(error: unknown): error is ConnectorError {
  return error instanceof ConnectorError && codes.has(error.code)
}
