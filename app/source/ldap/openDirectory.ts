import type { LdapConnectionSettings } from './connectionSettings.ts'
import { type DirectoryServers, directoryServers, usesTls } from './discovery/directoryServers.ts'
import type { LookupParts } from './discovery/lookUpControllers.ts'
import { type DirectoryProfile, readProfile } from './facts/directoryProfile.ts'
import { ConnectionLostError } from './protocol/connectionLostError.ts'
import { ServerBusyError } from './protocol/serverBusyError.ts'
import { busyError } from './session/busyError.ts'
import { openFirstSession } from './session/openFirstSession.ts'
import type { Session } from './session/openSession.ts'
import type { TlsOptions } from './session/openSocket.ts'
import { serverName } from './session/serverAddress.ts'
import { tlsContext } from './session/tlsContext.ts'
import { unansweredError } from './session/unansweredError.ts'

/** A session, and what is known of the directory behind it. */
export interface OpenedSession {
  readonly session: Session
  readonly profile: DirectoryProfile
}

/** Opens sessions for one purpose. */
export interface SessionOpener {
  /**
   * The first time with the first server that answers, then with the one after the last one, coming round (DC-4).
   * Throws ConnectorError (directory) when none can be used.
   */
  open(): Promise<OpenedSession>
}

/** The way into one directory: remembers what was found out about it, and which sessions are open. */
export interface OpenDirectory {
  tls(): Promise<TlsOptions>
  /** The servers as settings and DNS name them now. */
  servers(): Promise<DirectoryServers>
  /** Finds the servers itself, at the latest moment, unless they are given. */
  opener(servers?: DirectoryServers): SessionOpener
  closeAll(): void
}

export function openDirectory(settings: LdapConnectionSettings, lookup: LookupParts): OpenDirectory {
  const sessions = new Set<Session>()
  let tlsOptions: Promise<TlsOptions> | undefined
  let known: DirectoryProfile | undefined

  const tls = () => {
    tlsOptions ??= loadTlsOptions(settings)
    return tlsOptions
  }
  const openFrom = async (
    servers: DirectoryServers,
    first: number,
    serversLeft: number,
  ): Promise<OpenedSession & { number: number }> => {
    const session = await openFirstSession(servers, settings, await tls(), first)
    sessions.add(session)
    session.connection.socket.once('close', () => sessions.delete(session))
    try {
      const profile = known ?? (await readProfile(session))
      // A server that shows nothing of itself to this account is asked again next time.
      if (profile.rootDse.namingContexts.length > 0) known = profile
      return { session, profile, number: session.number }
    } catch (error) {
      session.connection.close()
      if (serversLeft > 1) return openFrom(servers, session.number + 1, serversLeft - 1)
      if (error instanceof ServerBusyError) throw busyError(serverName(session.server), error)
      throw error instanceof ConnectionLostError ? unansweredError(session.server, error) : error
    }
  }
  const servers = () => directoryServers(settings, lookup)
  return {
    tls,
    servers,
    opener(given) {
      let number = -1
      let named = given
      return {
        async open() {
          if (named === undefined || named.lookup.kind === 'failed') named = await servers()
          const opened = await openFrom(named, number + 1, named.listed.length + named.discovered.length)
          number = opened.number
          return opened
        },
      }
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
