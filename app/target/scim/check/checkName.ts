import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Finding } from '../../../model/finding.ts'
import { connectionFailure } from '../http/connectionFailure.ts'
import { finding } from './finding.ts'

/** Whether the host name of the store can be found. */
export async function checkName(url: URL): Promise<Finding> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return finding('ok', 'name', `${host} is an address, no name has to be found.`, '')
  try {
    const { address } = await lookup(host)
    return finding('ok', 'name', `${host} is ${address}.`, '')
  } catch (cause) {
    const { error } = connectionFailure(cause, url.href)
    return finding('error', 'name', error.message, error.remedy)
  }
}
