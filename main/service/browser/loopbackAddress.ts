import { isIPv4 } from 'node:net'
import { UsageError } from '../../cli/usageError.ts'

/** Where browsers of this computer, and of no other, are served. */
export interface LoopbackAddress {
  /** As `listen` takes it: `127.0.0.1`, `::1`. */
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
}

/**
 * Reads `127.0.0.1:8080` or `[::1]:8080`. Names are refused, `localhost` too: what they mean is decided elsewhere.
 * @throws UsageError for anything that is not an address of this computer alone
 */
export function readLoopbackAddress(text: string): LoopbackAddress {
  const [, host = '', digits = ''] = /^(127(?:\.\d{1,3}){3}|\[::1\]):(\d{1,5})$/.exec(text) ?? []
  const port = Number(digits)
  const bare = host.replace(/^\[|\]$/g, '')
  if (digits === '' || port > 65_535 || !(bare === '::1' || isIPv4(bare)))
    throw new UsageError(
      `--http takes a loopback address and a port, like 127.0.0.1:8080 (port 0: any that is free), not ${text}. ` +
        'Browsers of other computers are never served.',
    )
  return { host: bare, port }
}
