import { setTimeout as sleep } from 'node:timers/promises'
import { ConnectorError } from '../../app/model/error.ts'

/** A service in a process that the window started. */
export interface OwnService {
  /** Resolves with what the service said last, when its process has ended. */
  readonly ended: Promise<string>
  /** Asks it to end, as a service manager would. */
  stop(): void
}

export interface ServiceKeeper {
  /** `own`: the window started it; `other`: it was there before, or none is. */
  readonly whose: 'own' | 'other'
  /** Why a service of the window's own has ended. */
  readonly trouble: ConnectorError | null
  /** Ends a service of the window's own, and waits for that. */
  stop(): Promise<void>
}

export interface KeeperOptions {
  /** Whether a service answers. Throws ConnectorError for one that is there and cannot be used. */
  isThere(): Promise<boolean>
  start(): OwnService
  /** Between the end of the window's own service and the next try. */
  readonly pauseMilliseconds: number
}

/**
 * Attaches to the service that is there, and starts one where there is none. A service of the window's own that ends by
 * itself is started again, unless another one has taken its place; a service of somebody else that ends is waited for:
 * who started it may be about to start it again.
 */
export async function keepService({ isThere, start, pauseMilliseconds }: KeeperOptions): Promise<ServiceKeeper> {
  const stopping = new AbortController()
  let own: OwnService | null = null
  let trouble: ConnectorError | null = null
  const usable = async () => {
    try {
      const found = await isThere()
      if (found) trouble = null
      return found
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error
      trouble = error
      return true
    }
  }
  const keep = async () => {
    while (own !== null) {
      trouble = endOf(await own.ended)
      if (stopping.signal.aborted) return
      await sleep(pauseMilliseconds, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      own = (await usable()) ? null : start()
    }
  }
  if (!(await usable())) own = start()
  const kept = keep()
  return {
    get whose() {
      return own === null ? 'other' : 'own'
    },
    get trouble() {
      return trouble
    },
    async stop() {
      stopping.abort()
      own?.stop()
      await kept
    },
  }
}

function endOf(said: string): ConnectorError {
  const words = said.trim().replaceAll(/\s+/g, ' ')
  return new ConnectorError({
    side: 'connector',
    code: 'service-ended',
    message: words === '' ? 'The service has ended.' : `The service has ended: ${words}`,
    remedy: 'It is started again in a few seconds; if it stays so, look into the log files of the data folder.',
  })
}
