import { scimTarget } from '../../../app/target/scim/scimTarget.ts'
import { describeTarget } from '../../contract/target.ts'
import { leapingClock } from '../../fakes/leapingClock.ts'
import { startScimmyStore } from '../../services/scimmyStore.ts'
import { connectionSettings, token } from './connectionSettings.ts'

describeTarget('scimmy', async () => {
  const store = await startScimmyStore({ token })
  const target = scimTarget(connectionSettings(store.url, { pictures: 'links' }), { clock: leapingClock() })
  return {
    target,
    comparison: 'exact-case',
    async close() {
      await target.close()
      await store.close()
    },
  }
})
