import type { SettingsInput } from '../../app/settings/schema.ts'
import { plainContent } from './plainContent.ts'
import type { WeekClosing } from './weekDescription.ts'

type Selection = SettingsInput['selection']

/** After the steps of `everyKindSteps`: rooms become users, as their accounts are, and rooms again. */
export const roomsOffAndOn = (selection: Selection): WeekClosing => ({
  name: 'rooms can be switched off and on',
  concerns: () => true,
  async check(connector) {
    const before = plainContent(await connector.read())
    await connector.use({ selection: { ...selection, rooms: { enabled: false } } })
    expect((await connector.syncFull()).changes).toEqual([
      'deactivate atrium (account-disabled)',
      'deactivate cabin (account-disabled)',
      'deactivate dome (account-disabled)',
      'update hugo (differs: employeeType, room)',
    ])
    const { users } = plainContent(await connector.read())
    expect([...users.values()].filter(({ userType }) => userType === 'room')).toEqual([])
    expect((await connector.dryRun()).changes).toEqual([])
    await connector.use({ selection })
    await connector.syncFull()
    expect((await connector.dryRun()).changes).toEqual([])
    expect(plainContent(await connector.read())).toEqual(before)
  },
})

/** Distribution groups come, and then security groups go. */
export const distributionGroups = (selection: Selection): WeekClosing => ({
  name: 'distribution groups can be chosen',
  concerns: () => true,
  async check(connector) {
    await connector.use({ selection: { ...selection, groups: { enabled: true, types: ['security', 'distribution'] } } })
    expect((await connector.syncFull()).changes).toEqual([
      'create letters (new-in-selection)',
      'update mixed (differs: members)',
    ])
    const { groups } = plainContent(await connector.read())
    expect(groups.get('letters')?.members).toEqual(['Group nest5', 'User ann@week.test'])
    await connector.use({ selection: { ...selection, groups: { enabled: true, types: ['distribution'] } } })
    const only = (await connector.syncFull()).changes
    expect(only).toContain('update letters (differs: members)')
    expect(only.filter((change) => change.startsWith('delete '))).toHaveLength(groups.size - 1)
    expect((await connector.dryRun()).changes).toEqual([])
  },
})
