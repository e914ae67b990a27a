import type { ReadEvent } from '../../source.ts'
import type { AskedServer } from '../askedServer.ts'

/** Reads what a request wants of one base. Rejects with ConnectionLostError and ServerBusyError. */
export type BaseReader = (baseDn: string) => AsyncIterable<ReadEvent>

/** Makes ready to read from a server; once for each connection. Rejects with ConnectionLostError and ServerBusyError. */
export type PrepareReader = (server: AskedServer) => Promise<BaseReader>
