import { TRPCClientError } from '@trpc/client'
import { ConnectorError } from '../../model/error.ts'
import { fromWire } from './wireError.ts'

/** The answer, or what went wrong in the words of the one who knows. */
export async function answered<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call
  } catch (error) {
    throw translate(error)
  }
}

function translate(error: unknown): unknown {
  if (!(error instanceof TRPCClientError)) return error
  const refused = fromWire(error.data?.connectorError)
  if (refused) return refused
  if (error.data) return new Error(`The service failed: ${error.message}`, { cause: error })
  return new ConnectorError({
    side: 'connector',
    code: 'service-gone',
    message: `The service ended before it had answered (${error.message}).`,
    remedy:
      'See with `service status` whether it runs again, and with `runs list` how far it came; nothing is lost, the next ' +
      'run goes on from there.',
    cause: error,
  })
}
