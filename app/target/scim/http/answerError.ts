import { ConnectorError } from '../../../model/error.ts'
import { type Answer, type LostAnswer, retryStatuses } from './answer.ts'

/** The error of an answer that stops a read. `what` is what was asked for: `GET /Users`. */
export function answerError(answer: Answer | LostAnswer, what: string, place: string): ConnectorError {
  const side = 'store'
  if (answer.kind === 'lost') {
    const message = `${what} got no answer in ${answer.retries + 1} attempts: ${answer.detail}`
    return new ConnectorError({ side, code: 'unreachable', message, remedy: answer.remedy, place })
  }
  const { status } = answer
  const said = answer.detail === '' ? '' : ` The store says: ${answer.detail}`
  if (status === 403) {
    return new ConnectorError({
      side,
      code: 'forbidden',
      message: `The store does not allow ${what} (403).${said}`,
      remedy: 'Give the token the permission to read and write users and groups.',
      place,
    })
  }
  if (status === 404) {
    return new ConnectorError({
      side,
      code: 'not-found',
      message: `The store has nothing at ${what} (404).${said}`,
      remedy: 'Check store.url: it must be the base of the SCIM service, the part before /Users.',
      place,
    })
  }
  if (retryStatuses.has(status)) {
    return new ConnectorError({
      side,
      code: 'unavailable',
      message: `${what} was answered with ${status} in ${answer.retries + 1} attempts.${said}`,
      remedy: 'Try again later, or lower store.concurrency if the store throttles.',
      place,
    })
  }
  return new ConnectorError({
    side,
    code: 'unexpected-answer',
    message: `${what} was answered with ${status}${answer.scimType === null ? '' : ` (${answer.scimType})`}.${said}`,
    remedy: 'Look up what the store says about this status, and check store.profile.',
    place,
  })
}
