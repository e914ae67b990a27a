import { ConnectorError } from '../../../model/error.ts'
import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import { ConnectionLostError } from '../protocol/connectionLostError.ts'
import { type DecodedEntry, EntryDecoder } from '../protocol/entryDecoder.ts'
import { resultCode } from '../protocol/resultCode.ts'
import { type SearchAnswer, type SearchParameters, search } from '../protocol/search.ts'
import { isBusy, ServerBusyError } from '../protocol/serverBusyError.ts'
import { pageOf } from '../reading/pageOf.ts'
import { resultGap } from '../reading/resultGap.ts'
import { busyError } from '../session/busyError.ts'
import type { Session } from '../session/openSession.ts'
import { serverName } from '../session/serverAddress.ts'
import { unansweredError } from '../session/unansweredError.ts'

export interface LookAt extends Pick<SearchParameters, 'baseDn' | 'scope' | 'filter' | 'attributes'> {
  readonly pageSize: number
}

/**
 * What a search finds, page by page. A size limit of the server ends it as if there were no more; any other failure is
 * thrown as ConnectorError (directory).
 */
export async function* browsePages(
  session: Session,
  profile: DirectoryProfile,
  { pageSize, ...parameters }: LookAt,
): AsyncGenerator<readonly DecodedEntry[], void, void> {
  const shown = new Set(parameters.attributes.map((name) => name.toLowerCase()))
  const decoder = new EntryDecoder({ shown, binary: profile.binaryAttributes })
  let cookie: Buffer | null = null
  let read = 0
  do {
    const page: SearchParameters = { ...parameters, ...pageOf(profile, pageSize, cookie) }
    const answer: SearchAnswer = await askOnce(session, page, decoder)
    read += answer.entries.length
    if (answer.entries.length > 0) yield answer.entries
    refuse(session, parameters.baseDn, answer, read)
    cookie = answer.result.cookie
  } while (cookie !== null)
}

/** Whether a search finds anything at all. Throws as `browsePages`. */
export async function findsAny(
  session: Session,
  parameters: Omit<LookAt, 'pageSize' | 'attributes'>,
): Promise<boolean> {
  const decoder = new EntryDecoder({ shown: new Set() })
  const answer = await askOnce(session, { ...parameters, attributes: [], sizeLimit: 1 }, decoder)
  refuse(session, parameters.baseDn, answer, answer.entries.length)
  return answer.entries.length > 0
}

async function askOnce(session: Session, parameters: SearchParameters, decoder: EntryDecoder): Promise<SearchAnswer> {
  try {
    return await search(session.connection, parameters, decoder)
  } catch (error) {
    throw error instanceof ConnectionLostError ? unansweredError(session.server, error) : error
  }
}

function refuse(session: Session, baseDn: string, { result }: SearchAnswer, read: number): void {
  if (result.code === resultCode.success || result.code === resultCode.sizeLimitExceeded) return
  if (isBusy(result)) throw busyError(serverName(session.server), new ServerBusyError(result, read))
  const { kind, message, remedy } = resultGap(baseDn, result, read)
  throw new ConnectorError({ side: 'directory', code: kind, message, remedy, place: baseDn })
}
