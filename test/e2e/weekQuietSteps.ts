import { replaceRecord } from './ldapmodify.ts'
import { weekPlaces } from './weekCompany.ts'
import { type WeekScene, type WeekStep, weekStep } from './weekStep.ts'

/** What is of no concern to the store, which is not asked for anything. */
export function weekQuietSteps({ flavour, baseDn }: WeekScene): readonly WeekStep[] {
  const { staff, former, elsewhere } = weekPlaces(baseDn)
  const isAd = flavour === 'ad'
  const photo = Buffer.from('ffd8ffe000104a464946', 'hex').toString('base64')
  const photoName = isAd ? 'thumbnailPhoto' : 'jpegPhoto'
  const machine = isAd
    ? `dn: CN=pc,CN=Computers,${baseDn}\nchangetype: add\nobjectClass: computer\nsAMAccountName: pc$\n\n`
    : `dn: CN=pc,${elsewhere}\nchangetype: add\nobjectClass: device\n\n`
  const quiet = (name: string, happen: WeekStep['happen'], happens: WeekStep['happens'] = 'something'): WeekStep => ({
    ...weekStep(name, happen, []),
    ...{ store: 'not asked', happens },
  })
  return [
    quiet('a photo alone changes', ({ change }) =>
      change(`dn: CN=ann,${staff}\nchangetype: modify\nreplace: ${photoName}\n${photoName}:: ${photo}\n\n`),
    ),
    quiet('something changes outside the selection', ({ change }) =>
      change(
        machine,
        replaceRecord(elsewhere, 'description', 'changed'),
        replaceRecord(former, 'description', 'changed'),
      ),
    ),
    quiet('a container gets another description', ({ change }) =>
      change(replaceRecord(staff, 'description', 'changed')),
    ),
    quiet('nothing happens', async () => undefined, 'nothing'),
  ]
}
