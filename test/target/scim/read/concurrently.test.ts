import { concurrently } from '../../../../app/target/scim/read/concurrently.ts'
import { allOf } from '../../../fakes/allOf.ts'

it('keeps as much work under way as is allowed, and gives the results in order', async () => {
  const begun: number[] = []
  const ends = new Map<number, () => void>()
  const work = (item: number) => {
    begun.push(item)
    return new Promise<string>((resolve) => ends.set(item, () => resolve(`result ${item}`)))
  }
  const results = concurrently([1, 2, 3, 4, 5], 3, work)
  const first = results.next()
  await Promise.resolve()
  expect(begun).toEqual([1, 2, 3])
  ends.get(3)?.()
  ends.get(1)?.()
  expect(await first).toEqual({ done: false, value: 'result 1' })
  const second = results.next()
  await Promise.resolve()
  expect(begun).toEqual([1, 2, 3, 4])
  ends.get(2)?.()
  expect((await second).value).toBe('result 2')
  expect((await results.next()).value).toBe('result 3')
})

it('begins nothing more once nobody takes results, and throws what failed in its turn', async () => {
  const begun: number[] = []
  const taken: number[] = []
  const work = async (item: number) => {
    begun.push(item)
    if (item === 3) throw new Error('three')
    return item
  }
  const take = async (until: number) => {
    for await (const result of concurrently([1, 2, 3, 4, 5, 6, 7], 2, work)) {
      taken.push(result)
      if (result === until) return
    }
  }
  await take(1)
  expect(begun).toEqual([1, 2])
  await expect(take(7)).rejects.toThrow('three')
  expect(taken).toEqual([1, 1, 2])
  expect(begun).not.toContain(6)
})

it('does nothing for no items', async () => {
  expect(await allOf(concurrently([], 4, async () => 1))).toEqual([])
})
