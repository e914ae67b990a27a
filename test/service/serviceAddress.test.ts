import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { serviceAddress } from '../../main/service/serviceAddress.ts'

describe('Where a service listens', () => {
  let folder: string
  const before = { ...process.env }
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'connector-address-')))
    process.env.RUNTIME_DIRECTORY = folder
  })
  afterEach(() => {
    process.env = before
    rmSync(folder, { recursive: true })
  })

  test('is in the data folder where that fits', () => {
    expect(serviceAddress(folder)).toBe(join(folder, 'service.sock'))
  })

  test('is the same short place each time where it does not', () => {
    const long = join(folder, 'x'.repeat(120))
    mkdirSync(long)
    const address = serviceAddress(long)
    expect(Buffer.byteLength(address)).toBeLessThanOrEqual(107)
    expect(dirname(dirname(address))).toBe(folder)
    expect(serviceAddress(long)).toBe(address)
  })

  test('is never in a folder that others can open', () => {
    const long = join(folder, 'x'.repeat(120))
    mkdirSync(long)
    const place = dirname(serviceAddress(long))
    chmodSync(place, 0o755)
    expect(() => serviceAddress(long)).toThrow('only the account of the service can open')
  })
})
