import { letADayPass } from '../../app/demo/directory/companyDay.ts'
import { companyEntries } from '../../app/demo/directory/companyEntries.ts'
import type { Clock } from '../../app/model/clock.ts'
import { composeConnector } from '../../main/compose.ts'
import type { DemoCompany } from '../../main/demo/demoCompany.ts'
import { systemClock } from '../../main/systemClock.ts'

const runs = 28
const hours = 4
/** How many people get another title before each incremental sync, from the second run on. */
const titles = [3, 0, 5, 1, 0, 0, 8, 2, 0, 4, 0, 12, 1, 0, 3, 6, 0, 2, 0, 0, 5, 9, 0, 1, 3, 0, 4]

/** The demo company has been synced every few hours for some days: titles change, and once there is an ordinary day. */
export async function liveForWeeks(dataFolder: string, company: DemoCompany): Promise<void> {
  let run = 0
  const clock: Clock = { ...systemClock, now: () => new Date(Date.now() - (runs - run) * hours * 3_600_000) }
  const connector = composeConnector({
    ...{ dataFolder, access: 'write', purpose: 'test', environment: {}, clock, progress: () => {} },
  })
  const people = (await companyEntries()).filter(({ dn }) => dn.includes(',OU=Hamburg,') && dn.startsWith('CN='))
  let next = 0
  try {
    const { plan } = await connector.dryRun()
    await connector.apply(plan.id, [])
    for (const count of titles) {
      run += 1
      if (run === 5) letADayPass(company.directory)
      for (let changed = 0; changed < count; changed += 1, next += 1) {
        const { dn } = people[next % people.length] ?? { dn: '' }
        if (company.directory.find(dn)) company.directory.replace(dn, { title: [`Sachbearbeitung ${run}`] })
      }
      await connector.syncIncremental()
    }
    run += 1
    await connector.syncFull()
    connector.setMode('automatic')
  } finally {
    await connector.close()
  }
}
