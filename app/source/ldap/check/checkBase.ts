import type { Finding } from '../../../model/finding.ts'
import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import { EntryDecoder } from '../protocol/entryDecoder.ts'
import { resultCode } from '../protocol/resultCode.ts'
import { anyEntry, search } from '../protocol/search.ts'
import { resultGap } from '../reading/resultGap.ts'
import type { Session } from '../session/openSession.ts'
import { asFinding, good } from './finding.ts'

/** Whether a base is there and its entries show their anchors. */
export async function checkBase(session: Session, profile: DirectoryProfile, baseDn: string): Promise<Finding> {
  const subject = `base ${baseDn}`
  const fail = (message: string, remedy: string): Finding => ({
    level: 'error',
    side: 'directory',
    subject,
    message,
    remedy,
  })
  try {
    const decoder = new EntryDecoder({ shown: new Set(profile.anchorAttributes.map((name) => name.toLowerCase())) })
    const attributes = profile.anchorAttributes
    const parameters = { baseDn, filter: anyEntry, attributes } as const
    const base = await search(session.connection, { ...parameters, scope: 'base' }, decoder)
    if (base.result.code !== resultCode.success) {
      const gap = resultGap(baseDn, base.result, 0)
      return fail(gap.message, gap.remedy)
    }
    const rights = 'Give the account of the connector the right to read the base and everything below it.'
    if (base.entries.length === 0)
      return fail(`The entry ${baseDn} itself is hidden from the connector's account.`, rights)
    const below = await search(session.connection, { ...parameters, scope: 'sub', sizeLimit: 2 }, decoder)
    const first = below.entries.at(-1)
    if (first === undefined || Object.keys(first.attributes).length === 0) {
      return fail(`Entries below ${baseDn} come without ${attributes.join(' or ')}, or not at all.`, rights)
    }
    return good(subject, `The base can be read; one of its entries is ${first.dn}.`)
  } catch (error) {
    return asFinding(subject, error)
  }
}
