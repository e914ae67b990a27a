import fc from 'fast-check'
import { addressKind } from '../../../app/avatar/fetch/addressKind.ts'

describe('the kind of an address', () => {
  test.each([
    ['1.1.1.1', 'public'],
    ['172.15.255.255', 'public'],
    ['172.32.0.0', 'public'],
    ['2606:4700::1', 'public'],
    ['::ffff:1.1.1.1', 'public'],
    ['64:ff9b::101:101', 'public'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.255', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['64:ff9b::127.0.0.1', 'loopback'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['fc00::1', 'private'],
    ['fdff::1', 'private'],
    ['::ffff:192.168.1.1', 'private'],
    ['64:ff9b::a00:1', 'private'],
    ['169.254.169.254', 'link-local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['::ffff:169.254.169.254', 'link-local'],
    ['100.64.0.1', 'shared'],
    ['198.18.0.1', 'special'],
    ['203.0.113.1', 'special'],
    ['2001:db8::1', 'special'],
    ['2002:7f00:1::1', 'special'],
    ['2001:0:7f00:1::', 'special'],
    ['::127.0.0.1', 'special'],
    ['64:ff9b:1::7f00:1', 'special'],
    ['4000::1', 'special'],
    ['no address', 'special'],
    ['0.0.0.0', 'impossible'],
    ['0.1.2.3', 'impossible'],
    ['224.0.0.1', 'impossible'],
    ['255.255.255.255', 'impossible'],
    ['::', 'impossible'],
    ['ff02::1', 'impossible'],
    ['::ffff:0.0.0.0', 'impossible'],
    ['::ffff:224.0.0.1', 'impossible'],
  ])('%s is %s', (address, kind) => {
    expect(addressKind(address)).toBe(kind)
  })

  test('an IPv6 spelling of an IPv4 address never makes it public', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const kind = addressKind(address)
        expect(addressKind(`::ffff:${address}`)).toBe(kind)
        expect(addressKind(`64:ff9b::${address}`)).toBe(kind)
        expect(addressKind(`::${address}`)).not.toBe('public')
      }),
    )
  })
})
