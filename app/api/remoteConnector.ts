import { TRPCClientError } from '@trpc/client'
import { ConnectorError } from '../model/error.ts'
import type { ApiClient } from './apiClient.ts'
import type { Connector } from './connector.ts'
import type { EitherConnector } from './eitherConnector.ts'
import { fromWire } from './wireError.ts'

export interface RemoteConnectorOptions {
  readonly client: ApiClient
  /** The same data folder, opened for reading: plans and history come from there. */
  readonly recorded: Connector
  /** Stops waiting; what the service does goes on. */
  readonly signal: AbortSignal
}

/**
 * A connector whose work is done by a running service. Besides what the service throws, each method throws ConnectorError
 * (side connector): `service-gone` when the service ends before it has answered.
 */
export function remoteConnector({ client, recorded, signal }: RemoteConnectorOptions): EitherConnector {
  const options = { signal }
  return {
    ...recorded,
    check: () => answered(client.check.query(undefined, options)),
    explain: (who) => answered(client.explain.query({ who }, options)),
    evaluate: (expression, who) => answered(client.evaluate.query({ expression, who }, options)),
    tryAvatar: (who) => answered(client.tryAvatar.query({ who }, options)),
    dryRun: (wanted = {}) => answered(client.dryRun.mutate(wanted, options)),
    syncFull: () => answered(client.syncFull.mutate(undefined, options)),
    syncIncremental: () => answered(client.syncIncremental.mutate(undefined, options)),
    syncOnly: (who) => answered(client.syncOnly.mutate({ who }, options)),
    undo: (runId) => answered(client.undo.mutate({ runId }, options)),
    apply: (planId, approved) => answered(client.applyPlan.mutate({ planId, approved: [...approved] }, options)),
    retrySetAside: (name) => answered(client.retrySetAside.mutate({ name }, options)),
    pause: () => answered(client.pause.mutate(undefined, options)),
    resume: () => answered(client.resume.mutate(undefined, options)),
    setMode: (mode) => answered(client.setMode.mutate({ mode }, options)),
  }
}

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
