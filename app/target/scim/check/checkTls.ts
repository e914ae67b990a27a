import { connect, type TLSSocket } from 'node:tls'
import type { Clock } from '../../../model/clock.ts'
import type { Finding } from '../../../model/finding.ts'
import { connectionFailure } from '../http/connectionFailure.ts'
import { tlsOptions } from '../http/tlsOptions.ts'
import { finding } from './finding.ts'

const warningDays = 30
const day = 86_400_000
const patience = 15_000

/** Whether the connection is encrypted and the certificate is trusted, and for how long. */
export async function checkTls(url: URL, ca: string | undefined, clock: Clock): Promise<Finding> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:') {
    const isLocal = host === 'localhost' || host === '::1' || host.startsWith('127.')
    return isLocal
      ? finding('ok', 'TLS', 'The store is on this machine; the connection is not encrypted.', '')
      : finding(
          'warning',
          'TLS',
          'The connection is not encrypted: the token and every value can be read and changed on the way.',
          'Use an https address for the store.',
        )
  }
  try {
    return await tryHandshake(url, host, ca, clock)
  } catch (cause) {
    const { error } = connectionFailure(cause, url.href)
    return finding('error', 'TLS', error.message, error.remedy)
  }
}

function tryHandshake(url: URL, host: string, ca: string | undefined, clock: Clock): Promise<Finding> {
  const port = url.port === '' ? 443 : Number(url.port)
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: /^[\d.]+$|:/.test(host) ? '' : host, ...tlsOptions(url, ca) })
    socket.setTimeout(patience, () => socket.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })))
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      resolve(describe(socket, clock))
      socket.destroy()
    })
  })
}

function describe(socket: TLSSocket, clock: Clock): Finding {
  const validTo = new Date(socket.getPeerCertificate().valid_to)
  const days = Math.floor((validTo.getTime() - clock.now().getTime()) / day)
  const message = `${socket.getProtocol() ?? 'TLS'}; the certificate is trusted and valid for ${days} more days.`
  return days < warningDays
    ? finding('warning', 'TLS', message, 'Renew the certificate of the store soon.')
    : finding('ok', 'TLS', message, '')
}
