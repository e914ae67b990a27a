import { BlockList, isIP } from 'node:net'

/** What kind of network an IP address belongs to; only `public` is reached without being allowed to. */
export type AddressKind =
  | 'public'
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'shared'
  | 'special'
  /** No server can have it: multicast, broadcast, unspecified, reserved. */
  | 'impossible'

/** IANA's registries of special-purpose addresses. Rules for IPv4 hold for IPv4-mapped IPv6 addresses too. */
const networks: ReadonlyArray<readonly [kind: AddressKind, subnets: readonly string[]]> = [
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['private', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fec0::/10']],
  ['link-local', ['169.254.0.0/16', 'fe80::/10']],
  ['shared', ['100.64.0.0/10']],
  ['impossible', ['0.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4', '::/128', 'ff00::/8']],
  [
    'special',
    [
      '192.0.0.0/24',
      '192.0.2.0/24',
      '192.31.196.0/24',
      '192.52.193.0/24',
      '192.88.99.0/24',
      '192.175.48.0/24',
      '198.18.0.0/15',
      '198.51.100.0/24',
      '203.0.113.0/24',
      // Documentation, benchmarks, Teredo, ORCHID; 6to4, behind which any IPv4 address can stand.
      '2001::/23',
      '2001:db8::/32',
      '2002::/16',
      '3fff::/20',
    ],
  ],
]

const kinds = networks.map(([kind, subnets]) => [kind, listOf(subnets)] as const)
const globalUnicast = listOf(['2000::/3'])
const mapped = listOf(['::ffff:0:0/96'])
const translated = listOf(['64:ff9b::/96'])

/**
 * The kind of an IP address, `special` for what is unknown. Where IPv6 only stands for IPv4 (IPv4-mapped, NAT64), the IPv4
 * address decides.
 */
export function addressKind(address: string): AddressKind {
  const [plain = ''] = address.split('%', 1)
  const version = isIP(plain)
  if (version === 0) return 'special'
  const family = version === 4 ? 'ipv4' : 'ipv6'
  if (family === 'ipv6' && translated.check(plain, family)) return addressKind(embeddedIpv4(plain))
  const known = kinds.find(([, list]) => list.check(plain, family))
  if (known) return known[0]
  if (family === 'ipv4' || globalUnicast.check(plain, family)) return 'public'
  return mapped.check(plain, family) ? 'public' : 'special'
}

/** The last 32 bits of an IPv6 address. */
function embeddedIpv4(address: string): string {
  const { hostname } = new URL(`http://[${address}]/`)
  const [, high = '', low = ''] = /(?:^|:)([0-9a-f]*):([0-9a-f]*)\]$/.exec(hostname) ?? []
  const bits = Number.parseInt(high || '0', 16) * 65_536 + Number.parseInt(low || '0', 16)
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.')
}

function listOf(subnets: readonly string[]): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [network = '', length = ''] = subnet.split('/')
    list.addSubnet(network, Number(length), network.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}
