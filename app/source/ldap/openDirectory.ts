import type { LdapConnectionSettings } from './connectionSettings.ts'
import { type DirectoryProfile, readProfile } from './facts/directoryProfile.ts'
import { ConnectionLostError } from './protocol/connectionLostError.ts'
import type { SessionOpener } from './reading/readEntries.ts'
import { openFirstSession } from './session/openFirstSession.ts'
import type { Session } from './session/openSession.ts'
import type { TlsOptions } from './session/openSocket.ts'
import { serverAddress } from './session/serverAddress.ts'
import { tlsContext } from './session/tlsContext.ts'
import { unansweredError } from './session/unansweredError.ts'

/** The way into one directory: remembers what was found out about it, and which sessions are open. */
export interface OpenDirectory {
  tls(): Promise<TlsOptions>
  /** Opens sessions from the first server of the settings onwards. */
  opener(): SessionOpener
  closeAll(): void
}

export function openDirectory(settings: LdapConnectionSettings): OpenDirectory {
  const sessions = new Set<Session>()
  let tlsOptions: Promise<TlsOptions> | undefined
  let profile: DirectoryProfile | undefined

  const tls = () => {
    tlsOptions ??= loadTlsOptions(settings)
    return tlsOptions
  }
  const openFrom = async (first: number) => {
    const session = await openFirstSession(settings, await tls(), first)
    sessions.add(session)
    session.connection.socket.once('close', () => sessions.delete(session))
    try {
      profile ??= await readProfile(session)
    } catch (error) {
      session.connection.close()
      throw error instanceof ConnectionLostError ? unansweredError(session.server, error) : error
    }
    return { session, profile, number: session.number }
  }
  return {
    tls,
    opener() {
      let number = -1
      const openNext = async () => {
        const opened = await openFrom(number + 1)
        number = opened.number
        return opened
      }
      return { open: openNext, openNext }
    },
    closeAll() {
      for (const session of sessions) session.connection.close()
      sessions.clear()
    },
  }
}

async function loadTlsOptions(settings: LdapConnectionSettings): Promise<TlsOptions> {
  const { serverName, verify } = settings.tls
  // Reading the system's store takes longer than a small search: only where TLS is used at all.
  return { context: usesTls(settings) ? await tlsContext(settings.tls) : undefined, serverName, verify }
}

function usesTls(settings: LdapConnectionSettings): boolean {
  return settings.startTls || settings.servers.some((url) => serverAddress(url).security === 'ldaps')
}
