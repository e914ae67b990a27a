import { addRecord, ldapdelete, removeRecord } from './ldapmodify.ts'
import { newContainer, newGroup } from './weekCompany.ts'
import { newPerson } from './weekDirectory.ts'
import { weekStep } from './weekStep.ts'

/**
 * A small company on Active Directory of which a group decides who is selected: of mia, noa and oli, mia is in the group
 * chosen, and oli in the group inner, which joins chosen in the end of `direct`; `nested` follows.
 */
export function memberOfWeek(baseDn: string) {
  const companyDn = `OU=Company,${baseDn}`
  const [mia, noa, oli] = ['mia', 'noa', 'oli'].map((name) => `CN=${name},${companyDn}`) as [string, string, string]
  // Outside the selection: nothing that is selected changes when somebody joins.
  const [chosen, inner] = ['chosen', 'inner'].map((name) => `CN=${name},${baseDn}`) as [string, string]
  const company = [
    newContainer(baseDn),
    newContainer(companyDn),
    ...[mia, noa, oli].map((dn) => `${newPerson('ad', dn, dn.slice(3, 6))}\n`),
    newGroup('ad', chosen, [mia]),
    newGroup('ad', inner, [oli]),
  ]
  const [comes, leaves, returns] = [
    (name: string) => `create ${name} (new-in-selection)`,
    (name: string) => `deactivate ${name} (vanished)`,
    (name: string) => `reactivate ${name} (back-in-selection)`,
  ]
  const direct = [
    weekStep('somebody is chosen', ({ change }) => change(addRecord(chosen, 'member', noa)), [comes('noa')]),
    weekStep('and no longer', ({ change }) => change(removeRecord(chosen, 'member', noa)), [leaves('noa')]),
    weekStep('and again', ({ change }) => change(addRecord(chosen, 'member', noa)), [returns('noa')]),
  ]
  return {
    company,
    companyDn,
    direct: {
      filter: `(memberOf=${chosen})`,
      steps: [...direct, weekStep('a group is chosen', ({ change }) => change(addRecord(chosen, 'member', inner)), [])],
    },
    nested: {
      filter: `(|(memberOf:1.2.840.113556.1.4.1941:=${chosen})(sn=mia))`,
      steps: [
        weekStep('an inner member leaves', ({ change }) => change(removeRecord(inner, 'member', oli)), [leaves('oli')]),
        weekStep('and comes back', ({ change }) => change(addRecord(inner, 'member', oli)), [returns('oli')]),
        weekStep('the inner group leaves', ({ change }) => change(removeRecord(chosen, 'member', inner)), [
          leaves('oli'),
        ]),
        weekStep('the group is deleted', ({ admin }) => ldapdelete(admin, [chosen]), [leaves('noa')]),
      ],
    },
  }
}
