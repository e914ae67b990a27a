import { findService } from '../service/findService.ts'
import type { Terminal } from './terminal.ts'

/**
 * Lets a running service take over settings that were just saved.
 * @returns whether there is a service
 * @throws ConnectorError when the service cannot be asked, or does not take them; they are saved all the same
 */
export async function tellService({ dataFolder }: Terminal): Promise<'told' | 'no-service'> {
  const found = await findService(dataFolder)
  if (!found) return 'no-service'
  const { answered } = await import('../../app/api/remote/remoteAnswer.ts')
  await answered(found.client.settingsChanged.mutate())
  return 'told'
}
