import type { ServiceStatus } from '../../app/api/overview/serviceStatus.ts'
import type { ApiClient } from '../../app/api/remote/apiClient.ts'
import { ConnectorError } from '../../app/model/error.ts'
import manifest from '../../package.json' with { type: 'json' }
import { readServiceFile } from './serviceFile.ts'

/** A service that answers. */
export interface FoundService {
  readonly client: ApiClient
  readonly status: ServiceStatus
}

/**
 * The service that runs for a data folder; null when there is none, or only what a killed one has left.
 * @throws ConnectorError (side connector) `service-of-another-account`, `service-of-another-version`, `service-silent`
 */
export async function findService(dataFolder: string): Promise<FoundService | null> {
  const door = readServiceFile(dataFolder)
  if (door === null) return null
  // Loaded only now: most commands are given where no service runs.
  const { apiClient } = await import('../../app/api/remote/apiClient.ts')
  const { socketTransport } = await import('../../app/api/remote/socketTransport.ts')
  const client = apiClient(socketTransport(door))
  const status = await client.status
    .query(undefined, { signal: AbortSignal.timeout(patienceMilliseconds) })
    .catch((error) => {
      if (isAbsence(error)) return null
      throw silent(dataFolder, error)
    })
  if (status === null) return null
  if (status.version !== manifest.version) throw otherVersion(status.version)
  return { client, status }
}

/** A run keeps the service busy only for moments at a time. */
const patienceMilliseconds = 60_000

/** Nobody listens, or the one who listened has ended while it was asked. */
function isAbsence(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return true
  }
  return false
}

function otherVersion(version: string): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'service-of-another-version',
    message: `The running service is version ${version}, this command is version ${manifest.version}.`,
    remedy: 'Restart the service, so that both are the same version.',
  })
}

function silent(dataFolder: string, cause: unknown): ConnectorError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new ConnectorError({
    side: 'connector',
    code: 'service-silent',
    message: `A service holds ${dataFolder}, but does not answer as it should (${why}).`,
    remedy: 'Try again; if it stays so, restart the service.',
    place: dataFolder,
    cause,
  })
}
