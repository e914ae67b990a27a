import { UsageError } from '../../../main/cli/usageError.ts'
import { readLoopbackAddress } from '../../../main/service/browser/loopbackAddress.ts'

describe('The address that browsers are served on', () => {
  test.each([
    ['127.0.0.1:8080', { host: '127.0.0.1', port: 8080 }],
    ['127.0.0.1:0', { host: '127.0.0.1', port: 0 }],
    ['127.5.0.1:65535', { host: '127.5.0.1', port: 65_535 }],
    ['[::1]:8080', { host: '::1', port: 8080 }],
  ])('can be %s', (text, address) => {
    expect(readLoopbackAddress(text)).toEqual(address)
  })

  test.each([
    '0.0.0.0:8080',
    '192.168.1.10:8080',
    '10.0.0.1:8080',
    '[::]:8080',
    '[::ffff:127.0.0.1]:8080',
    '128.0.0.1:8080',
    '127.0.0.256:8080',
    'localhost:8080',
    'localhost.example.com:8080',
    '127.0.0.1.example.com:8080',
    '127.0.0.1',
    '127.0.0.1:',
    '127.0.0.1:65536',
    '127.0.0.1:-1',
    '127.0.0.1:8080/',
    '8080',
    ':8080',
    '',
  ])('cannot be "%s"', (text) => {
    expect(() => readLoopbackAddress(text)).toThrow(UsageError)
    expect(() => readLoopbackAddress(text)).toThrow('like 127.0.0.1:8080')
  })
})
