import type { SettingsInput } from '../../app/settings/schema.ts'
import { notKeptFindings } from '../../app/stages/notKeptFindings.ts'
import type { TargetCapabilities } from '../../app/target/target.ts'
import { settingsWith } from '../fakes/connectorOn.ts'

const everything: TargetCapabilities = {
  attributes: new Set(['uid', 'room']),
  groups: 'nested',
  contacts: { attributes: new Set(['uid']), atMost: null },
  pictures: 'bytes',
  marks: [],
  batchSize: 1,
  concurrency: 1,
}
const all = {
  baseDns: ['DC=corp,DC=test'],
  rooms: { enabled: true },
  groups: { enabled: true },
  contacts: { enabled: true },
}
const attribute = { enabled: true, source: 'attribute' } as const
const server = { enabled: true, source: 'server', pattern: 'https://photos.test/{mail}.jpg' } as const

const found = (
  capabilities: Partial<TargetCapabilities>,
  avatar: SettingsInput['avatar'] = attribute,
  selection: SettingsInput['selection'] = all,
) =>
  notKeptFindings(settingsWith({ selection, avatar }), { ...everything, ...capabilities }).map(
    ({ subject, message }) => `${subject}: ${message}`,
  )

describe('what the store does not keep', () => {
  it('is nothing, when it keeps everything that is selected', () => {
    expect(found({})).toEqual([])
    expect(found({ pictures: 'links' }, { ...server, reachableFromStore: true })).toEqual([])
  })

  it('is told for each kind', () => {
    expect(found({ groups: 'none' })).toEqual([expect.stringContaining('does not offer groups')])
    expect(found({ contacts: null })).toEqual([expect.stringContaining('no resource type of that name')])
    expect(found({ attributes: new Set(['uid']) })).toEqual([expect.stringContaining('no place for userType')])
    expect(found({ pictures: 'none' })).toEqual([expect.stringContaining('no place for them')])
  })

  it('is of no interest for what is switched off', () => {
    const users = { baseDns: ['DC=corp,DC=test'] }
    const nothing = { groups: 'none', contacts: null, attributes: new Set<never>(), pictures: 'none' } as const
    expect(found(nothing, { ...attribute, enabled: false }, users)).toEqual([])
  })

  it('is a picture that only a link could lead to, where there is none, or the store cannot follow it', () => {
    expect(found({ pictures: 'links' })).toEqual([expect.stringContaining('a picture in the directory has none')])
    expect(found({ pictures: 'links' }, server)).toEqual([expect.stringContaining('nobody has declared')])
  })

  it('is a picture for nobody, when neither users nor rooms are selected', () => {
    const groupsAlone = { ...all, users: { enabled: false }, rooms: { enabled: false } }
    expect(found({}, attribute, groupsAlone)).toEqual([expect.stringContaining('nobody gets one')])
  })
})
