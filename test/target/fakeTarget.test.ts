import { generic } from '../../app/target/scim/profile/generic.ts'
import { describeTarget } from '../contract/target.ts'
import { fakeTarget } from '../fakes/fakeTarget.ts'

describeTarget('the fake', async () => {
  const attributes = new Set(generic.places.keys())
  const target = fakeTarget({ attributes, contacts: { attributes, atMost: 100 }, pictures: 'bytes' })
  return { target, comparison: 'any-case', close: async () => {} }
})
