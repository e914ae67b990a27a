import { addRecord, ldapdelete, removeRecord } from './ldapmodify.ts'
import { newGroup, weekPlaces } from './weekCompany.ts'
import { membersOf, type WeekScene, type WeekStep, weekStep } from './weekStep.ts'

/** Groups change, and nobody in them. In the end temp is in sales, and nightshift in temp; team is gone. */
export function weekGroupSteps({ flavour, baseDn }: WeekScene): readonly WeekStep[] {
  const { staff, field, groups } = weekPlaces(baseDn)
  const [temp, sales, team, night] = ['temp', 'sales', 'team', 'night'].map((name) => `CN=${name},${groups}`) as [
    string,
    string,
    string,
    string,
  ]
  const above = membersOf('everyone', 'sales', 'temp')
  return [
    weekStep(
      'somebody joins a group',
      ({ change }) => change(addRecord(temp, 'member', `CN=gina,${staff}`)),
      membersOf('temp'),
    ),
    weekStep(
      'somebody leaves it',
      ({ change }) => change(removeRecord(temp, 'member', `CN=carl,${staff}`)),
      membersOf('temp'),
    ),
    weekStep(
      'a group becomes a member of a group',
      ({ change }) => change(addRecord(sales, 'member', temp)),
      membersOf('sales'),
      membersOf('everyone', 'sales'),
    ),
    weekStep(
      'somebody joins the inner group',
      ({ change }) => change(addRecord(temp, 'member', `CN=carl,${staff}`)),
      membersOf('temp'),
      above,
    ),
    weekStep(
      'a group is made inside a group',
      ({ change }) =>
        change(newGroup(flavour, night, [`CN=eve,${staff}`, `CN=susan,${field}`]), addRecord(temp, 'member', night)),
      ['create night (new-in-selection)', ...membersOf('temp')],
      ['create night (new-in-selection)', ...above],
    ),
    weekStep('a group is renamed', ({ move }) => move(night, `CN=nightshift,${groups}`), [
      'update nightshift (differs: displayName)',
    ]),
    weekStep('a group is deleted', ({ admin }) => ldapdelete(admin, [team]), [
      'delete team (vanished)',
      ...membersOf('everyone'),
    ]),
  ]
}
