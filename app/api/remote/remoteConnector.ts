import type { Connector } from '../connector.ts'
import type { ApiClient } from './apiClient.ts'
import type { EitherConnector } from './eitherConnector.ts'
import { answered } from './remoteAnswer.ts'
import { remoteConfiguration } from './remoteConfiguration.ts'
import { remoteDirectory } from './remoteDirectory.ts'

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
    configuration: remoteConfiguration(client, options),
    directory: remoteDirectory(client, options),
  }
}
