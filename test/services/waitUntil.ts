import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until `condition` holds; throws with `what` after 20 s. */
export async function waitUntil(what: string, condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Not within 20 s: ${what}.`)
    await sleep(10)
  }
}
