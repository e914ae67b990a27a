import { openLdapPlaces } from './everyKindOpenLdapCompany.ts'
import { pictures } from './everyKindPictures.ts'
import { addRecord, ldapdelete, removeRecord, replaceRecord } from './ldapmodify.ts'
import type { WeekDirectory } from './weekDirectory.ts'
import { membersOf, type WeekStep, weekStep } from './weekStep.ts'

const { people, contacts, groups } = openLdapPlaces
const group = (name: string) => `CN=${name},${groups}`

const setPhoto = (name: string, bytes: Buffer) => (directory: WeekDirectory) =>
  directory.change(
    `dn: CN=${name},${people}\nchangetype: modify\nreplace: jpegPhoto\njpegPhoto:: ${bytes.toString('base64')}\n\n`,
  )

const twin = (name: string) =>
  `dn: CN=${name},${contacts}\nchangetype: add\nobjectClass: contact\nsn: ${name}\nmail: twin@week.test\n\n`

/** What happens to pictures, contacts and nested groups, one after the other. */
export const openLdapSteps: readonly WeekStep[] = [
  weekStep('a picture alone is replaced', setPhoto('ann', pictures.otherJpeg), ['update avatar ann (picture-differs)']),
  weekStep('somebody gets a first picture', setPhoto('carl', pictures.jpeg), ['create avatar carl (picture-new)']),
  weekStep(
    'a picture is taken away',
    ({ change }) => change(`dn: CN=ben,${people}\nchangetype: modify\ndelete: jpegPhoto\n\n`),
    ['delete avatar ben (picture-gone)'],
  ),
  weekStep('a picture breaks', setPhoto('carl', pictures.otherJpeg.subarray(0, 200)), []),
  weekStep('it is mended as it was', setPhoto('carl', pictures.jpeg), []),
  weekStep(
    'a contact changes',
    ({ change }) => change(replaceRecord(`CN=paula,${contacts}`, 'title', 'Head of buying')),
    ['update contact paula (differs: title)'],
  ),
  weekStep(
    'a contact is added',
    ({ change }) =>
      change(
        `dn: CN=pascal,${contacts}\nchangetype: add\nobjectClass: contact\nsn: Pascal\ntelephoneNumber: +49 30 7654321\n\n`,
      ),
    ['create contact Pascal (new-in-selection)'],
  ),
  weekStep('two contacts with one address are added', ({ change }) => change(twin('twin one'), twin('twin two')), [
    'create contact twin (new-in-selection)',
    'create contact twin (new-in-selection)',
  ]),
  weekStep(
    'one of them changes',
    ({ change }) => change(replaceRecord(`CN=twin two,${contacts}`, 'title', 'Younger one')),
    ['update contact twin (differs: title)'],
  ),
  weekStep('one of them is deleted', ({ admin }) => ldapdelete(admin, [`CN=twin one,${contacts}`]), [
    'delete contact twin (vanished)',
  ]),
  weekStep('a contact is deleted', ({ admin }) => ldapdelete(admin, [`CN=peer,${contacts}`]), [
    'delete contact peer (vanished)',
  ]),
  weekStep(
    'the nesting changes',
    ({ change }) =>
      change(
        removeRecord(group('middle'), 'member', group('bottom')),
        addRecord(group('top'), 'member', group('bottom')),
      ),
    membersOf('middle', 'top'),
  ),
  weekStep(
    'a ring becomes larger',
    ({ change }) =>
      change(addRecord(group('ring1'), 'member', group('top')), addRecord(group('top'), 'member', group('ring2'))),
    membersOf('ring1', 'top'),
  ),
]
