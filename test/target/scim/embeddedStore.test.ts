import { startIdentityStore } from '../../../app/demo/store/identityStore.ts'
import { scimTarget } from '../../../app/target/scim/scimTarget.ts'
import { describeTarget } from '../../contract/target.ts'
import { leapingClock } from '../../fakes/leapingClock.ts'
import { connectionSettings, token } from './connectionSettings.ts'

for (const profile of ['generic', 'webex'] as const) {
  describeTarget(`the embedded store, profile ${profile},`, async () => {
    const store = await startIdentityStore({ file: ':memory:', profile, token })
    const target = scimTarget(connectionSettings(store.url, { profile }), { clock: leapingClock() })
    return {
      target,
      comparison: 'any-case',
      async close() {
        await target.close()
        await store.close()
      },
    }
  })
}
