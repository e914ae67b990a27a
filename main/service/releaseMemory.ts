import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: ((options: object) => Promise<void>) | undefined

/**
 * Gives back to the system what V8 keeps for the next run: a service rests for hours, and V8 would not begin to tidy up
 * before it works again.
 */
export async function releaseMemory(): Promise<void> {
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as NonNullable<typeof collect>
  }
  await collect({ type: 'major', execution: 'async', flavor: 'last-resort' })
}
