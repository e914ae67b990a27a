import { ConnectorError } from '../app/model/error.ts'

/** What a run ends with when its process is asked to end. */
export function stoppedError(): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'stopped',
    message: 'The run was stopped before its end. What the store had confirmed by then is recorded.',
    remedy: 'Start it again when you want to: it goes on from there.',
  })
}
