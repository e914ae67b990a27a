import { letADayPass } from '../../app/demo/directory/companyDay.ts'
import { companyEntries } from '../../app/demo/directory/companyEntries.ts'
import { assertNever } from '../../app/model/assertNever.ts'
import { settingsSchema } from '../../app/settings/schema.ts'
import { saveSettings } from '../../app/settings/settingsFile.ts'
import { composeConnector, prepareDataFolder } from '../../main/compose.ts'
import type { DemoCompany } from '../../main/demo/demoCompany.ts'
import { systemClock } from '../../main/systemClock.ts'
import { saveLargePlan } from './largePlan.ts'
import { liveForWeeks } from './liveForWeeks.ts'
import type { WindowState } from './windowStates.ts'

/** Brings a data folder, which must not exist yet, and a fresh company into a state. */
export async function prepareState(dataFolder: string, company: DemoCompany, state: WindowState): Promise<void> {
  if (state === 'first') return
  const settings = settingsSchema.parse(company.settings)
  prepareDataFolder(dataFolder, systemClock.now())
  await saveSettings(dataFolder, settings)
  if (state === 'big') return saveLargePlan(dataFolder, settings)
  if (state === 'weeks') return liveForWeeks(dataFolder, company)
  const connector = composeConnector({
    ...{ dataFolder, access: 'write', purpose: 'test', environment: {}, clock: systemClock, progress: () => {} },
  })
  try {
    const { plan } = await connector.dryRun()
    switch (state) {
      case 'planned':
        return
      case 'failed':
        company.store.faults.serverErrors = { every: 9, status: 400, methods: ['POST', 'PUT', 'PATCH'] }
        await connector.apply(plan.id, [])
        delete company.store.faults.serverErrors
        return
      case 'synced':
      case 'halted':
        await connector.apply(plan.id, [])
        letADayPass(company.directory)
        await connector.syncIncremental()
        if (state === 'synced') return
        await loseLeipzig(company)
        await connector.dryRun()
        return
      default:
        return assertNever(state)
    }
  } finally {
    await connector.close()
  }
}

/** Everybody in Leipzig is gone, as after a wrong move of a container: more than the guard lets go at once. */
async function loseLeipzig({ directory }: DemoCompany): Promise<void> {
  for (const { dn } of await companyEntries())
    if (dn.startsWith('CN=') && dn.includes(',OU=Leipzig,') && directory.find(dn)) directory.delete(dn)
}
