import { connectorOn, settingsWith } from '../fakes/connectorOn.ts'
import { fakeSource } from '../fakes/fakeSource.ts'
import { fakeTarget } from '../fakes/fakeTarget.ts'
import { crowd } from '../fakes/people.ts'

/**
 * One full sync in the data folder and with the number of people given as arguments. Prints how it ended: the code of
 * the error or the status of the run.
 */
const [folder = '', count = '0'] = process.argv.slice(2)
try {
  const connector = await connectorOn(fakeSource(crowd(Number(count))), fakeTarget(), settingsWith(), folder)
  const { run } = await connector.syncFull()
  process.stdout.write(run.status)
  await connector.close()
} catch (error) {
  process.stdout.write(
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error),
  )
}
