import { replaceRecord } from './ldapmodify.ts'
import { weekPlaces } from './weekCompany.ts'
import { newPerson } from './weekDirectory.ts'
import { membersOf, type WeekScene, type WeekStep, weekStep } from './weekStep.ts'

/** People come, change, go and come back, each alone. */
export function weekPeopleSteps({ flavour, baseDn }: WeekScene): readonly WeekStep[] {
  const { staff, sales, support, former, elsewhere } = weekPlaces(baseDn)
  const [attribute, disabled, enabled] =
    flavour === 'ad' ? (['userAccountControl', '546', '544'] as const) : (['carLicense', 'TRUE', 'FALSE'] as const)
  return [
    weekStep(
      'somebody is hired',
      ({ change }) => change(`${newPerson(flavour, `CN=gina,${staff}`, 'gina')}manager: CN=ann,${staff}\n\n`),
      ['create gina (new-in-selection)'],
    ),
    weekStep('an account is disabled', ({ change }) => change(replaceRecord(`CN=ben,${staff}`, attribute, disabled)), [
      'deactivate ben (account-disabled)',
    ]),
    weekStep('it is enabled', ({ change }) => change(replaceRecord(`CN=ben,${staff}`, attribute, enabled)), [
      'reactivate ben (account-enabled)',
    ]),
    weekStep('an entry is renamed', ({ move }) => move(`CN=ben,${staff}`, `CN=Benjamin,${staff}`), []),
    weekStep(
      'a mail address changes',
      ({ change }) => change(replaceRecord(`CN=carl,${staff}`, 'mail', 'charles@week.test')),
      ['update charles (differs: uid)'],
    ),
    weekStep('somebody moves to another container', ({ move }) => move(`CN=eve,${support}`, `CN=eve,${staff}`), []),
    weekStep('somebody moves into an excluded container', ({ move }) => move(`CN=carl,${staff}`, `CN=carl,${former}`), [
      'deactivate charles (vanished)',
      ...membersOf('temp'),
    ]),
    weekStep('and comes back', ({ move }) => move(`CN=carl,${former}`, `CN=carl,${staff}`), [
      'reactivate charles (back-in-selection)',
      ...membersOf('temp'),
    ]),
    weekStep('somebody moves out of the bases', ({ move }) => move(`CN=sue,${sales}`, `CN=sue,${elsewhere}`), [
      'deactivate sue (vanished)',
    ]),
    weekStep('and comes back under another name', ({ move }) => move(`CN=sue,${elsewhere}`, `CN=susan,${sales}`), [
      'reactivate sue (back-in-selection)',
    ]),
    weekStep('somebody comes in from outside', ({ move }) => move(`CN=frank,${elsewhere}`, `CN=frank,${support}`), [
      'create frank (new-in-selection)',
      ...membersOf('everyone'),
    ]),
  ]
}
