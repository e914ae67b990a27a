import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until `condition` holds; throws with `what` after so many seconds. */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  seconds = 20,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}.`)
    await sleep(10)
  }
}
