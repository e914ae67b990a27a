import type { FakeTarget } from './fakeTarget.ts'

/** The store does the `nth` batch of writes of a run, and the answer never comes. */
export async function loseAnswer(target: FakeTarget, nth: number, run: () => Promise<unknown>): Promise<void> {
  const { write } = target
  let batches = 0
  target.write = async (batch) => {
    const results = await write(batch)
    batches += 1
    if (batches === nth) throw new Error('the answer is lost')
    return results
  }
  await expect(run()).rejects.toThrow('the answer is lost')
  target.write = write
}
