import { isIP, type LookupFunction } from 'node:net'
import type { PictureProblem } from '../pictureProblem.ts'
import type { AddressKind } from './addressKind.ts'
import type { Network } from './network.ts'

/** `public`: addresses of the Internet alone; `any`: those of the own network and machine too (DC-72). */
export type AllowedAddresses = 'public' | 'any'

/** Keeps a resource server from being a door into the network. */
export interface AddressGuard {
  /**
   * Finds the addresses of a name for a connection, and gives only allowed ones. The connection is made to exactly these:
   * a name that leads elsewhere when it is asked again gains nothing. Fails with AddressRefused when none is left.
   */
  readonly lookup: LookupFunction
  /** Checks an address that stands in the place of a name, for which no lookup is made. Throws AddressRefused. */
  checkHost(hostname: string): void
}

/** No address to which a name leads may be connected to. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
  readonly host: string
  readonly address: string
  readonly kind: AddressKind

  constructor(host: string, address: string, kind: AddressKind) {
    super(`${host}: ${address} is ${kind}`)
    this.host = host
    this.address = address
    this.kind = kind
  }

  /** `place` is the address that was asked for. */
  problem(place: string): PictureProblem {
    const leads = this.host === this.address ? this.host : `${this.host} leads to ${this.address}, which`
    return {
      side: 'settings',
      code: 'address-refused',
      message: `${leads} ${described[this.kind]}; nothing was asked there.`,
      remedy:
        this.kind === 'impossible'
          ? 'Correct the name of the server, or its address in DNS.'
          : 'Check that this is the right server. Only if it is, set avatar.allowPrivateAddresses to true (with --pattern: --allow-private-addresses).',
      place,
    }
  }
}

const described: Readonly<Record<AddressKind, string>> = {
  public: 'is public',
  loopback: 'is this machine itself (loopback)',
  private: 'is an address of a private network',
  'link-local': 'is a link-local address',
  shared: "is an address of a provider's shared network",
  special: 'is an address for a special purpose',
  impossible: 'can be the address of no server',
}

export function addressGuard(network: Network, allowed: AllowedAddresses): AddressGuard {
  const isAllowed = (kind: AddressKind) => kind === 'public' || (allowed === 'any' && kind !== 'impossible')

  async function allowedAddresses(host: string) {
    const addresses = (await network.resolve(host)).map((address) => ({ address, kind: network.kindOf(address) }))
    const usable = addresses.filter(({ kind }) => isAllowed(kind))
    const [refused] = addresses
    if (usable.length === 0 && refused) throw new AddressRefused(host, refused.address, refused.kind)
    return usable.map(({ address }) => ({ address, family: isIP(address) }))
  }

  return {
    lookup(host, { all }, callback) {
      allowedAddresses(host).then(
        (addresses) => {
          const [first = { address: '', family: 4 }] = addresses
          if (all) callback(null, addresses)
          else callback(null, first.address, first.family)
        },
        (error) => callback(error, ''),
      )
    },
    checkHost(hostname) {
      const address = hostname.replace(/^\[(.*)\]$/, '$1')
      if (isIP(address) === 0) return
      const kind = network.kindOf(address)
      if (!isAllowed(kind)) throw new AddressRefused(address, address, kind)
    },
  }
}
