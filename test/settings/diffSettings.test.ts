import fc from 'fast-check'
import { diffSettings } from '../../app/settings/diffSettings.ts'
import { anySettings } from './anySettings.ts'
import { settingsWith } from './exampleSettings.ts'

const original = settingsWith('name: hq', 'name: hq')

describe('diffSettings', () => {
  test('finds nothing between settings and themselves', () => {
    fc.assert(fc.property(anySettings, (settings) => expect(diffSettings(settings, settings)).toEqual([])))
  })

  test('tells before from after: turned around, added and removed change places', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const
    fc.assert(
      fc.property(anySettings, anySettings, (one, other) => {
        const there = diffSettings(one, other).map(({ kind, path }) => `${kind} ${path}`)
        const back = diffSettings(other, one).map(({ kind, path }) => `${turned[kind]} ${path}`)
        expect(there.sort()).toEqual(back.sort())
      }),
    )
  })

  test('names each setting by its path', () => {
    const changed = settingsWith(
      'name: hq',
      'name: branch\nmapping: { "emails;type-work": mail }\nguards: { deletions: { users: { percent: 6 } } }',
    )
    expect(diffSettings(original, changed)).toEqual([
      { kind: 'changed', path: 'name', before: 'hq', after: 'branch' },
      { kind: 'added', path: 'mapping.emails;type-work', after: 'mail' },
      { kind: 'changed', path: 'guards.deletions.users.percent', before: 5, after: 6 },
    ])
  })

  test('takes a list and the place of a secret as one value', () => {
    const changed = settingsWith('{ env: DIRECTORY_PASSWORD }', '{ file: password.txt }')
    expect(diffSettings(original, changed)).toEqual([
      {
        kind: 'changed',
        path: 'directory.bind.password',
        before: { env: 'DIRECTORY_PASSWORD' },
        after: { file: 'password.txt' },
      },
    ])
    expect(diffSettings(original, settingsWith('["DC=corp,DC=example,DC=com"]', '["DC=a", "DC=b"]'))).toEqual([
      {
        kind: 'changed',
        path: 'selection.baseDns',
        before: ['DC=corp,DC=example,DC=com'],
        after: ['DC=a', 'DC=b'],
      },
    ])
  })
})
