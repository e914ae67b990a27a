/** Lets one in at a time, in the order of asking; what it gives is called to let the next one in. */
export function inTurn(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = promise
    await before
    return resolve
  }
}
