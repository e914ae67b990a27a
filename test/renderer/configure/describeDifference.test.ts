import { describeDifference } from '../../../renderer/configure/shell/describeDifference.ts'

describe('a difference of settings in words', () => {
  test.each([
    [
      { kind: 'changed', path: 'selection.groups.enabled', before: false, after: true },
      'Groups are selected: off → on',
    ],
    [
      { kind: 'changed', path: 'selection.baseDns', before: ['DC=a'], after: ['DC=b'] },
      'Base DNs: added DC=b, removed DC=a',
    ],
    [{ kind: 'changed', path: 'directory.servers', before: ['a', 'b'], after: ['b', 'a'] }, 'Servers: another order'],
    [{ kind: 'added', path: 'mapping.title', after: 'title | employeeType' }, 'Mapping of title: title | employeeType'],
    [{ kind: 'added', path: 'mapping.title', after: null }, 'Mapping of title: none'],
    [
      { kind: 'removed', path: 'mapping.emails;type-work', before: 'mail' },
      'Mapping of emails;type-work: back to its default',
    ],
    [
      { kind: 'changed', path: 'directory.bind.password', before: { env: 'PASSWORD' }, after: { file: 'x' } },
      'Bind password: from the environment variable PASSWORD → kept in a file',
    ],
    [
      { kind: 'changed', path: 'guards.deletions.users.percent', before: 5, after: 10 },
      'Limit of deletions of users (percent): 5 → 10',
    ],
    [{ kind: 'removed', path: 'directory.domain', before: 'corp.example' }, 'Domain: corp.example → not set'],
    [{ kind: 'changed', path: 'schedule.full', before: null, after: '0 2 * * 6' }, 'Full sync: none → 0 2 * * 6'],
    [
      { kind: 'changed', path: 'updates.automatic', before: false, after: true },
      'Newer versions are installed by themselves: off → on',
    ],
  ] as const)('%j', (difference, expected) => {
    const { label, words } = describeDifference(difference)
    expect(`${label}: ${words}`).toBe(expected)
  })
})
