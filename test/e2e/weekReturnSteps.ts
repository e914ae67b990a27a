import { ldapdelete, replaceRecord } from './ldapmodify.ts'
import { newContainer, weekPlaces } from './weekCompany.ts'
import { type Deleted, newPerson } from './weekDirectory.ts'
import { managersOf, membersOf, type WeekScene, type WeekStep, weekStep } from './weekStep.ts'

/** People are deleted, restored and replaced. Elsewhere than in Active Directory, references outlive a deletion. */
export function weekReturnSteps({ flavour, baseDn }: WeekScene): readonly WeekStep[] {
  const { staff, field, elsewhere } = weekPlaces(baseDn)
  const isAd = flavour === 'ad'
  const team = managersOf('eve', 'frank', 'rep', 'sue')
  const [lost, lostFlat] = isAd ? [membersOf('temp'), membersOf('everyone', 'sales', 'temp')] : [[], []]
  const [found, foundFlat] = isAd
    ? [[], []]
    : [
        [...team, ...membersOf('sales')],
        [...team, ...membersOf('everyone', 'sales')],
      ]
  let deleted: Deleted | undefined
  const replaced = 'update charles (differs: displayName, manager, sn)'
  return [
    weekStep(
      'a manager and member is deleted',
      async ({ deletePerson }) => {
        deleted = await deletePerson(`CN=boss,${field}`)
      },
      ['deactivate boss (vanished)', ...team, ...membersOf('sales')],
      ['deactivate boss (vanished)', ...team, ...membersOf('everyone', 'sales')],
    ),
    weekStep(
      'and restored',
      async ({ restore }) => {
        if (deleted !== undefined) await restore(deleted, 'boss')
      },
      ['reactivate boss (back-in-selection)', ...found],
      ['reactivate boss (back-in-selection)', ...foundFlat],
    ),
    weekStep(
      'somebody is deleted and restored between two syncs',
      async ({ deletePerson, restore }) => restore(await deletePerson(`CN=gina,${staff}`), 'gina'),
      [...managersOf('gina'), ...lost],
      [...managersOf('gina'), ...lostFlat],
    ),
    weekStep(
      'somebody gets the address that another one had',
      ({ change }) =>
        change(
          replaceRecord(`CN=ann,${staff}`, 'mail', 'anna@week.test'),
          replaceRecord(`CN=gina,${staff}`, 'mail', 'ann@week.test'),
        ),
      ['update ann (differs: uid)', 'update anna (differs: uid)'],
    ),
    weekStep(
      'somebody is deleted and made again',
      async ({ admin, change }) => {
        await ldapdelete(admin, [`CN=carl,${staff}`])
        await change(newPerson(flavour, `CN=carl,${staff}`, 'carl2').replaceAll('carl2@', 'charles@'), '\n')
      },
      [replaced, ...lost],
      [replaced, ...lostFlat],
    ),
    weekStep(
      'a container arrives with people in it, and one of them stays behind',
      async ({ change, move }) => {
        const [container, hans, ida] = [
          `OU=New,${elsewhere}`,
          `CN=hans,OU=New,${elsewhere}`,
          `CN=ida,OU=New,${elsewhere}`,
        ]
        await change(
          newContainer(container),
          newPerson(flavour, hans, 'hans'),
          '\n',
          newPerson(flavour, ida, 'ida'),
          '\n',
        )
        await move(ida, `CN=ida,${elsewhere}`)
        await move(container, `OU=New,${staff}`)
      },
      ['create hans (new-in-selection)'],
    ),
    ...(isAd ? [] : danglingSteps(baseDn)),
    weekStep(
      'somebody leaves for good',
      ({ move }) => move(`CN=susan,${field}`, `CN=susan,${elsewhere}`),
      ['deactivate sue (vanished)', ...membersOf('nightshift')],
      ['deactivate sue (vanished)', ...membersOf('everyone', 'nightshift', 'sales', 'temp')],
    ),
  ]
}

/** References that do not follow lead nowhere until somebody corrects them. */
function danglingSteps(baseDn: string): readonly WeekStep[] {
  const { service, field } = weekPlaces(baseDn)
  const renamed = `OU=Field,${service}`
  const team = managersOf('eve', 'frank', 'rep', 'sue')
  const changes = [...team, ...membersOf('nightshift', 'sales')]
  const flat = [...team, ...membersOf('everyone', 'nightshift', 'sales', 'temp')]
  return [
    weekStep(
      'a container is renamed and no reference follows',
      ({ moveAlone }) => moveAlone(field, renamed),
      changes,
      flat,
    ),
    weekStep('references are corrected', ({ followReferences }) => followReferences(field, renamed), changes, flat),
    weekStep('it is renamed back', ({ move }) => move(renamed, field), []),
  ]
}
