import { everyKindPlaces } from './everyKindCompany.ts'
import { pictures } from './everyKindPictures.ts'
import { moveRecord, replaceRecord } from './ldapmodify.ts'
import { newPerson, type WeekDirectory } from './weekDirectory.ts'
import { membersOf, type WeekStep, weekStep } from './weekStep.ts'

/** What happens to pictures of Active Directory, and to those who have one. */
export function everyKindPictureSteps(baseDn: string): readonly WeekStep[] {
  const { people, former } = everyKindPlaces(baseDn)
  const dn = (name: string) => `CN=${name},${people}`
  const setPhoto = (name: string, bytes: Buffer) => (directory: WeekDirectory) =>
    directory.change(
      `dn: ${dn(name)}\nchangetype: modify\nreplace: thumbnailPhoto\nthumbnailPhoto:: ${bytes.toString('base64')}\n\n`,
    )
  const takeAway =
    (name: string) =>
    ({ change }: WeekDirectory) =>
      change(`dn: ${dn(name)}\nchangetype: modify\ndelete: thumbnailPhoto\n\n`)
  return [
    weekStep('a picture alone is replaced', setPhoto('ann', pictures.png), ['update avatar ann (picture-differs)']),
    weekStep('a picture is taken away', takeAway('carl'), ['delete avatar carl (picture-gone)']),
    weekStep('somebody gets a first picture', setPhoto('gina', pictures.gif), ['create avatar gina (picture-new)']),
    weekStep('a picture breaks', setPhoto('ben', pictures.broken), []),
    weekStep('it is mended', setPhoto('ben', pictures.large), ['update avatar ben (picture-differs)']),
    weekStep(
      'a picture and the title of its owner change',
      async (directory) => {
        await setPhoto('emil', pictures.jpeg)(directory)
        await directory.change(replaceRecord(dn('emil'), 'title', 'Chief'))
      },
      ['update avatar emil (picture-differs)', 'update emil (differs: title)'],
    ),
    weekStep(
      'somebody with a picture has another address',
      ({ change }) => change(replaceRecord(dn('emil'), 'mail', 'emile@week.test')),
      ['update emile (differs: uid)'],
    ),
    weekStep(
      'somebody comes with a picture',
      async (directory) => {
        const photo = `thumbnailPhoto:: ${pictures.bmp.toString('base64')}\n\n`
        await directory.change(`${newPerson('ad', dn('ines'), 'ines')}${photo}`)
      },
      ['create avatar ines (picture-new)', 'create ines (new-in-selection)'],
    ),
    weekStep('somebody with a picture moves out', ({ change }) => change(moveRecord(dn('dora'), former)), [
      'deactivate dora (vanished)',
      ...membersOf('nest1', 'nest2', 'nest3', 'nest4'),
    ]),
    weekStep(
      'and comes back with another one',
      async (directory) => {
        await directory.change(moveRecord(`CN=dora,${former}`, people))
        await setPhoto('dora', pictures.gif)(directory)
      },
      [
        'reactivate dora (back-in-selection)',
        'update avatar dora (picture-differs)',
        ...membersOf('nest1', 'nest2', 'nest3', 'nest4'),
      ],
    ),
  ]
}
