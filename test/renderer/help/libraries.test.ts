import { readFileSync } from 'node:fs'
import manifest from '../../../package.json' with { type: 'json' }
import { libraries } from '../../../renderer/help/libraries.ts'

test('every package that is shipped is named', () => {
  const named = new Set(libraries.map(({ name }) => name))
  expect(Object.keys(manifest.dependencies).filter((name) => !named.has(name))).toEqual([])
})

test.each(libraries.map(({ name, licence }) => [name, licence]))('%s is under %s', (name, licence) => {
  expect(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))).toMatchObject({ license: licence })
})
