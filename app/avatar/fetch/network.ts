import { lookup } from 'node:dns/promises'
import { type AddressKind, addressKind } from './addressKind.ts'

/** How names become addresses, and what may be thought of an address. */
export interface Network {
  /** All addresses of a host name; rejects as Node's `lookup` does. */
  resolve(name: string): Promise<readonly string[]>
  kindOf(address: string): AddressKind
}

/** Names as this machine knows them: its hosts file, its DNS. */
export const systemNetwork: Network = {
  resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  kindOf: addressKind,
}
