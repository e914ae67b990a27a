import { TRPCClientError } from '@trpc/client'
import type { WireError } from '../app/api/remote/wireError.ts'
import { texts } from './texts/texts.ts'

/** What went wrong, as every page shows it. */
export interface Problem extends Omit<WireError, 'side'> {
  /** `connection`: the service did not answer at all. */
  readonly side: WireError['side'] | 'connection'
}

/** Whatever a call of the API threw, in words for a person. */
export function problemOf(error: unknown): Problem {
  if (error instanceof TRPCClientError) {
    const refused: WireError | null | undefined = error.data?.connectorError
    if (refused) return refused
    if (!error.data) return { side: 'connection', code: 'service-gone', place: null, ...texts.connection.gone }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { side: 'connector', code: 'unexpected', place: null, message, remedy: texts.connection.defectRemedy }
}
