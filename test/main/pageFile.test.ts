import { resolve } from 'node:path'
import fc from 'fast-check'
import { pageFile } from '../../main/pageFile.ts'

const folder = resolve('/srv/page')

describe('pageFile', () => {
  test.each([
    ['app://window/', 'index.html'],
    ['app://window/assets/index-1.js', 'assets/index-1.js'],
    ['app://window/a%20b.css?v=1#top', 'a b.css'],
  ])('%s is %s', (address, file) => {
    expect(pageFile(folder, address)).toBe(resolve(folder, file))
  })

  test.each([
    'app://window/../secret',
    'app://window/%2e%2e/secret',
    'app://window/..%2f..%2fetc/passwd',
    'app://window/a%00b',
    'app://window/%',
    'nonsense',
  ])('%s leads nowhere outside', (address) => {
    const file = pageFile(folder, address)
    expect(file === undefined || file.startsWith(resolve(folder, 'x').slice(0, -1))).toBe(true)
  })

  test('never leaves the folder', () => {
    const step = fc.constantFrom('..', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '.', '%00', '//', 'C:')
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const file = pageFile(folder, `app://window/${steps.join('')}`)
        expect(file ?? resolve(folder, 'x')).toContain(resolve(folder, 'x').slice(0, -1))
      }),
    )
  })
})
