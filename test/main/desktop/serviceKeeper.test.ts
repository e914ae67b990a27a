import { ConnectorError } from '../../../app/model/error.ts'
import { keepService, type OwnService } from '../../../main/desktop/serviceKeeper.ts'
import { waitUntil } from '../../services/waitUntil.ts'

/** Services that end when they are told to, or by themselves. */
function servicesOf() {
  const ends: ((said: string) => void)[] = []
  const start = (): OwnService => {
    let end = (_said: string) => {}
    const ended = new Promise<string>((resolve) => {
      end = resolve
    })
    ends.push(end)
    return { ended, stop: () => end('') }
  }
  return { start, ends }
}

const notThere = async () => false

describe('The keeper of the service', () => {
  test('uses the one that is there', async () => {
    const { start, ends } = servicesOf()
    const keeper = await keepService({ isThere: async () => true, start, pauseMilliseconds: 0 })
    expect(keeper.whose).toBe('other')
    await keeper.stop()
    expect(ends).toHaveLength(0)
  })

  test('starts one where there is none, and ends it', async () => {
    const { start, ends } = servicesOf()
    const keeper = await keepService({ isThere: notThere, start, pauseMilliseconds: 0 })
    expect(keeper.whose).toBe('own')
    await keeper.stop()
    expect(ends).toHaveLength(1)
  })

  test('starts one that has ended by itself again, and tells what it said', async () => {
    const { start, ends } = servicesOf()
    const keeper = await keepService({ isThere: notThere, start, pauseMilliseconds: 0 })
    ends[0]?.('Error (connector): the disk\n  is full\n')
    await waitUntil('it was started again', () => ends.length === 2)
    expect(keeper.trouble?.message).toBe('The service has ended: Error (connector): the disk is full')
    await keeper.stop()
  })

  test('gives way to another one that has taken its place', async () => {
    const { start, ends } = servicesOf()
    let there = false
    const keeper = await keepService({ isThere: async () => there, start, pauseMilliseconds: 0 })
    there = true
    ends[0]?.('')
    await waitUntil('the other one is used', () => keeper.whose === 'other')
    expect(ends).toHaveLength(1)
    await keeper.stop()
  })

  test('starts none beside one that cannot be used, and says why', async () => {
    const { start, ends } = servicesOf()
    const isThere = async () => {
      throw new ConnectorError({
        side: 'connector',
        code: 'service-of-another-account',
        message: 'Not yours.',
        remedy: '',
      })
    }
    const keeper = await keepService({ isThere, start, pauseMilliseconds: 0 })
    expect(keeper).toMatchObject({ whose: 'other', trouble: { message: 'Not yours.' } })
    expect(ends).toHaveLength(0)
  })
})
