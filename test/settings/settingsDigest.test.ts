import fc from 'fast-check'
import { formatSettings } from '../../app/settings/formatSettings.ts'
import { parseSettings } from '../../app/settings/parseSettings.ts'
import { planSettingsDigest, settingsDigest } from '../../app/settings/settingsDigest.ts'
import { anySettings } from './anySettings.ts'
import { settingsWith } from './exampleSettings.ts'

const original = settingsWith('name: hq', 'name: hq')

describe('settingsDigest', () => {
  test('does not see how the file is written', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const again = parseSettings(formatSettings(settings), 'any.yaml')
        expect(settingsDigest(again)).toBe(settingsDigest(settings))
        expect(planSettingsDigest(again)).toBe(planSettingsDigest(settings))
      }),
    )
  })

  test('sees every setting', () => {
    expect(settingsDigest(original)).toMatch(/^[0-9a-f]{64}$/)
    expect(settingsDigest(settingsWith('name: hq', 'name: branch'))).not.toBe(settingsDigest(original))
  })
})

describe('planSettingsDigest', () => {
  test.each([
    ['the directory type', 'type: ad-ds', 'type: ldap'],
    ['the store', 'identity.example.com', 'other.example.com'],
    ['the profile', '  url:', '  profile: webex\n  url:'],
    ['a base', 'DC=corp,DC=example,DC=com', 'DC=corp'],
    ['a filter', 'baseDns:', 'users: { filter: (sn=a*) }\n  baseDns:'],
    ['the mapping', 'name: hq', 'name: hq\nmapping: { title: null }'],
    ['a guard', 'name: hq', 'name: hq\nguards: { deletions: { users: { percent: 6 } } }'],
    ['a protected user', 'name: hq', 'name: hq\nguards: { protected: [a@example.com] }'],
    ['mismatched', 'name: hq', 'name: hq\nmismatched: delete'],
    ['softDeleteDays', 'name: hq', 'name: hq\nsoftDeleteDays: 8'],
    ['a shared store', 'name: hq', 'name: hq\norganization: { shared: true }'],
    ['the country of the organization', 'name: hq', 'name: hq\norganization: { country: DE }'],
    ['its language', 'name: hq', 'name: hq\norganization: { language: de-DE }'],
  ])('sees %s', (_, part, replacement) => {
    expect(planSettingsDigest(settingsWith(part, replacement))).not.toBe(planSettingsDigest(original))
  })

  test.each([
    ['the name', 'name: hq', 'name: branch'],
    ['an organization that says nothing', 'name: hq', 'name: hq\norganization: { shared: false }'],
    ['the server', 'dc1.corp', 'dc2.corp'],
    ['the domain', 'type: ad-ds', 'type: ad-ds\n  domain: corp.example.com'],
    ['the bind', 'DIRECTORY_PASSWORD', 'OTHER_PASSWORD'],
    ['the token', 'STORE_TOKEN', 'OTHER_TOKEN'],
    ['page sizes', '  url:', '  pageSize: 100\n  url:'],
    ['updates', 'name: hq', 'name: hq\nupdates: { automatic: true }'],
    ['concurrency', '  url:', '  concurrency: 2\n  url:'],
  ])('does not see %s', (_, part, replacement) => {
    expect(planSettingsDigest(settingsWith(part, replacement))).toBe(planSettingsDigest(original))
  })
})
