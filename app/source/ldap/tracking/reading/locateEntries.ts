import { ConnectorError } from '../../../../model/error.ts'
import type { Location } from '../../../tracking.ts'
import type { AskedServer } from '../../askedServer.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { describeResultCode, resultCode } from '../../protocol/resultCode.ts'
import { anyEntry, type SearchAnswer, search } from '../../protocol/search.ts'
import { anchorOf, changeNames } from '../sortChanges.ts'

/** Questions that are under way at once, so that the way to the server and back counts once for all of them. */
const atOnce = 50

const noAnswer: readonly number[] = [
  resultCode.success,
  resultCode.noSuchObject,
  resultCode.invalidDnSyntax,
  resultCode.referral,
  resultCode.insufficientAccessRights,
]

/** The entries that have these DNs. Throws ConnectorError (directory) when the server has no time; see Tracking.locate. */
export async function* locateEntries(
  server: AskedServer,
  dns: readonly string[],
): AsyncGenerator<readonly Location[], void, void> {
  const { connection, profile } = server
  const decoder = new EntryDecoder(changeNames(profile))
  const attributes = profile.anchorAttributes
  for (let start = 0; start < dns.length; start += atOnce) {
    const answers = await Promise.all(
      dns
        .slice(start, start + atOnce)
        .map((baseDn) => search(connection, { baseDn, scope: 'base', filter: anyEntry, attributes }, decoder)),
    )
    const found = answers.flatMap((answer) => locationIn(server, answer))
    if (found.length > 0) yield found
  }
}

function locationIn({ name, profile }: AskedServer, { entries, result }: SearchAnswer): readonly Location[] {
  if (!noAnswer.includes(result.code)) {
    throw new ConnectorError({
      side: 'directory',
      code: 'search-refused',
      message: `${name} did not look up an entry by its DN (${describeResultCode(result.code)}).`,
      remedy: 'Run again; if it happens again, look into the log of the directory server.',
      place: name,
    })
  }
  return entries.flatMap((entry) => {
    const anchor = anchorOf(profile, entry)
    return anchor === undefined ? [] : [{ anchor, dn: entry.dn }]
  })
}
