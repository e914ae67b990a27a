import type { LdapConnection } from '../../protocol/ldapConnection.ts'
import { parseGeneralizedTime } from '../generalizedTime.ts'
import { readOne } from '../readOne.ts'

/** A domain controller, or an instance of AD LDS, as it is now. */
export interface Controller {
  /** Names the database behind the numbers; another one after a restore. As base64. */
  readonly invocationId: string
  readonly highestUsn: bigint
  /** Its own clock in milliseconds; null when it does not say. */
  readonly time: number | null
}

/** Undefined when the server does not say which numbers it has given. Rejects with ConnectionLostError. */
export async function readController(connection: LdapConnection): Promise<Controller | undefined> {
  const attributes = ['highestCommittedUSN', 'dsServiceName', 'currentTime']
  const root = await readOne(connection, { dn: '', attributes })
  const [service] = root?.dsservicename ?? []
  const [highest = ''] = root?.highestcommittedusn ?? []
  if (service === undefined || !/^\d+$/.test(highest)) return undefined
  const binary = new Set(['invocationid'])
  const settings = await readOne(connection, { dn: service, attributes: ['invocationId'], binary })
  const [invocationId] = settings?.invocationid ?? []
  if (invocationId === undefined) return undefined
  return { invocationId, highestUsn: BigInt(highest), time: parseGeneralizedTime(root?.currenttime?.[0] ?? '') ?? null }
}
