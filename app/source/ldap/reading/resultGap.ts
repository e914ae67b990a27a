import type { Gap } from '../../../model/gap.ts'
import type { LdapResult } from '../protocol/ldapResult.ts'
import { describeResultCode, resultCode } from '../protocol/resultCode.ts'

/** The gap that a search makes whose result was not success: what `read` entries under a base are missing (DC-14). */
export function resultGap(baseDn: string, result: LdapResult, read: number): Gap {
  const code = describeResultCode(result.code)
  const words = result.diagnostic === '' ? '' : ` The server said: ${result.diagnostic}`
  const stopped = `The server stopped after ${read} entries under ${baseDn}`
  switch (result.code) {
    case resultCode.noSuchObject: {
      const nearest = result.matchedDn === '' ? '' : ` The nearest that it shows is ${result.matchedDn}.`
      return {
        kind: 'missing-base',
        baseDn,
        message: `The server shows no ${baseDn} (${code}); ${read} entries were read.${nearest}`,
        remedy: 'Correct the base DN, or give the account of the connector the right to read it.',
      }
    }
    case resultCode.sizeLimitExceeded:
      return {
        kind: 'size-limit',
        baseDn,
        message: `${stopped}: its size limit was reached (${code}).`,
        remedy: 'Raise the size limit of the directory for the account of the connector, or choose smaller bases.',
      }
    case resultCode.timeLimitExceeded:
      return {
        kind: 'time-limit',
        baseDn,
        message: `${stopped}: its time limit was reached (${code}).`,
        remedy:
          'Raise the time limit of the directory for the account of the connector, or choose smaller pages or bases.',
      }
    case resultCode.adminLimitExceeded:
      return {
        kind: 'administrative-limit',
        baseDn,
        message: `${stopped}: a limit set by its administrator was reached (${code}).${words}`,
        remedy:
          'Raise the look-through limit of the directory for the account of the connector, or choose smaller bases.',
      }
    case resultCode.referral:
      return {
        kind: 'referral-not-followed',
        baseDn,
        message: `${baseDn} is held by another server (${code}): ${result.referrals.join(', ')}.`,
        remedy: 'Connect to the server that holds this base; another domain needs a connector of its own.',
      }
    case resultCode.insufficientAccessRights:
    case resultCode.strongerAuthRequired:
    case resultCode.operationsError:
      return {
        kind: 'insufficient-rights',
        baseDn,
        message: `${stopped}: the account of the connector may not read on (${code}).${words}`,
        remedy: 'Give the account of the connector the right to read the base and everything below it.',
      }
    default:
      return {
        kind: 'server-error',
        baseDn,
        message: `${stopped} (${code}).${words}`,
        remedy: 'Run again; if it happens again, look into the log of the directory server.',
      }
  }
}
