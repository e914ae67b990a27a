import type { Overview } from '../../app/api/overview/overview.ts'
import type { texts } from '../texts/texts.ts'
import type { Live } from './LiveService.tsx'
import { percentOf } from './pace.ts'

export type StatusKind = keyof typeof texts.frame.light

export interface Status {
  readonly kind: StatusKind
  /** Of the present phase of a run, when its end is known. */
  readonly percent: number | null
  /** The page on which one goes on. */
  readonly page: string | null
}

/** Both say that one side did not let the connector in. */
const signInCodes: ReadonlySet<string> = new Set(['unauthorized', 'invalid-token', 'invalid-credentials'])

/** The one word that is seen from everywhere. */
export function statusOf(
  { connection, running }: Pick<Live, 'connection' | 'running'>,
  overview: Pick<Overview, 'light' | 'lastRuns'> | undefined,
): Status {
  const plain = (kind: StatusKind, page: string | null = null): Status => ({ kind, percent: null, page })
  if (connection === 'lost') return plain('lost')
  if (connection === 'signed-out') return plain('not-signed-in')
  if (running !== null) return { kind: 'running', percent: percentOf(running.progress), page: '/' }
  if (overview === undefined) return plain('connecting')
  const { kind, page } = overview.light
  const failedWith = overview.lastRuns[0]?.run.error?.code
  if (kind === 'failed' && failedWith !== undefined && signInCodes.has(failedWith)) return plain('not-signed-in', page)
  return plain(kind, page)
}
