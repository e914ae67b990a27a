import { waitUntil } from '../services/waitUntil.ts'
import type { Install } from './install.ts'
import type { RunningCommand } from './runConnector.ts'

/** Starts the background service of an install and waits until it takes requests. */
export async function startService(install: Install): Promise<RunningCommand> {
  const service = install.start('service', 'run')
  await waitUntil('the service runs', () => service.stdout().includes('runs (process') || service.hasEnded())
  if (service.hasEnded()) throw new Error(`The service ended at once: ${service.stderr()}`)
  return service
}
