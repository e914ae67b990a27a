import type { PictureProblem } from '../pictureProblem.ts'
import type { FetchOutcome, ResourceServer } from './resourceServer.ts'

/** After so many questions in a row without an answer a server is taken to be silent. */
export const unansweredAtMost = 24

const silences: ReadonlySet<string> = new Set(['time-out', 'unreachable', 'name-not-found'])

/**
 * Stops asking a server that has fallen silent: waiting for it again with each of 100,000 people would keep a sync from
 * going on for days (DC-72). Any answer in between begins the count anew; once it is silent it stays so.
 */
export function untilSilent(server: ResourceServer): ResourceServer {
  let unanswered = 0
  let last: PictureProblem | null = null
  return {
    async fetch(uri, known): Promise<FetchOutcome> {
      if (last !== null && unanswered >= unansweredAtMost) return notAsked(uri, last)
      const outcome = await server.fetch(uri, known)
      if (unanswered >= unansweredAtMost) return outcome
      const isSilent = outcome.kind === 'refused' && silences.has(outcome.problem.code)
      unanswered = isSilent ? unanswered + 1 : 0
      last = isSilent ? outcome.problem : null
      return outcome
    },
    close: () => server.close(),
  }
}

function notAsked(uri: string, { side, code, remedy }: PictureProblem): FetchOutcome {
  const { host } = new URL(uri)
  const message = `The resource server ${host} was not asked: ${unansweredAtMost} questions before had no answer.`
  return { kind: 'refused', problem: { side, code, message, remedy, place: uri } }
}
