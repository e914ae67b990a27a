import { setTimeout as sleep } from 'node:timers/promises'
import type { UpdateNews } from '../desktopBridge.ts'
import type { Installing } from './whetherToInstall.ts'

/** The place where newer versions are published. */
export interface Updater {
  /** The version there, where it is newer than this one and for everybody; else null. Rejects when it cannot be asked. */
  look(): Promise<string | null>
  /** Fetches that version and looks at its signature. Rejects when either fails: nothing of it is installed then. */
  fetch(): Promise<void>
  /** Whether what was fetched is installed when the program has ended. */
  atQuit(installing: Installing['kind']): void
}

export interface KeepUpdatedOptions {
  readonly updater: Updater
  /** As things are now. */
  decide(): Installing
  /** Hears what is known, whenever that has changed. */
  tell(news: UpdateNews): void
  /** Hears what failed; nobody is asked anything. */
  log(trouble: string): void
  readonly everyMilliseconds: number
}

export interface KeptUpdated {
  /** To be called when what decides may have changed. */
  reconsider(): void
  /** Ends the looking. What is here by now is installed when the program has ended, if it is still to be. */
  quit(): void
}

type Known = { readonly kind: 'looking' | 'failed' | 'newest' } | { readonly kind: 'found'; readonly version: string }

/** Looks for a newer version now and every so often, and fetches it where it is to be installed (DC-95). */
export function keepUpdated({ updater, decide, tell, log, everyMilliseconds }: KeepUpdatedOptions): KeptUpdated {
  const quitting = new AbortController()
  let known: Known = { kind: 'looking' }
  let fetched: 'not-yet' | 'under-way' | 'here' | 'failed' = 'not-yet'
  let told = ''

  const news = (): UpdateNews => {
    if (known.kind !== 'found') return { kind: known.kind }
    const available = { kind: 'available', version: known.version } as const
    const installing = decide()
    if (installing.kind === 'leave') return { ...available, installing: 'never', why: installing.why }
    if (fetched === 'failed') return { ...available, installing: 'never', why: 'not-fetched' }
    return { ...available, installing: fetched === 'here' ? 'at-quit' : 'after-download' }
  }
  const reconsider = () => {
    if (quitting.signal.aborted) return
    const now = news()
    if (fetched === 'not-yet' && now.kind === 'available' && now.installing === 'after-download')
      void fetch(now.version)
    const look = JSON.stringify(now)
    if (look === told) return
    told = look
    tell(now)
  }
  const fetch = async (version: string) => {
    fetched = 'under-way'
    try {
      await updater.fetch()
      fetched = 'here'
    } catch (error) {
      fetched = 'failed'
      log(`Version ${version} was not fetched: ${reason(error)}`)
    }
    reconsider()
  }
  const look = async () => {
    if (fetched === 'under-way') return
    try {
      const version = await updater.look()
      if (fetched === 'failed' || known.kind !== 'found' || known.version !== version) fetched = 'not-yet'
      known = version === null ? { kind: 'newest' } : { kind: 'found', version }
    } catch (error) {
      // What was found once is still there.
      if (known.kind !== 'found') known = { kind: 'failed' }
      log(`It is not known whether there is a newer version: ${reason(error)}`)
    }
    reconsider()
  }
  const keep = async () => {
    while (!quitting.signal.aborted) {
      await look()
      await sleep(everyMilliseconds, undefined, { signal: quitting.signal }).catch(() => {})
    }
  }
  tell(news())
  void keep()
  return {
    reconsider,
    quit() {
      const now = news()
      quitting.abort()
      updater.atQuit(now.kind === 'available' && now.installing === 'at-quit' ? 'install' : 'leave')
    },
  }
}

/** The first line: the library puts whole traces into its messages. */
function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1).join('')
}
