import type { DirectorySettings, OrganizationSettings } from './schema.ts'
import type { SettingsProblem } from './settingsProblem.ts'

/** What is wrong with the settings of an organization of several domains (DC-5); paths start at `organization`. */
export function organizationProblems(
  { shared, otherDomains }: OrganizationSettings,
  { type }: Pick<DirectorySettings, 'type'>,
): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = []
  if (shared && type !== 'ad-ds')
    problems.push({
      path: ['shared'],
      message: `must be false with directory.type ${type}: where several domains feed one organization, every domain must be ad-ds`,
    })
  if (!shared && otherDomains.length > 0)
    problems.push({
      path: ['otherDomains'],
      message: 'has no effect while organization.shared is false: set that to true, or leave the domains out',
    })
  otherDomains.forEach(({ uidEndings, groupBeginnings }, index) => {
    if (uidEndings.length + groupBeginnings.length === 0)
      problems.push({
        path: ['otherDomains', index],
        message: 'must have uidEndings or groupBeginnings: what bears a mark needs no entry here',
      })
  })
  return problems
}
