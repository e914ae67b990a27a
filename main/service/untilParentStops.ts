import type { EventEmitter } from 'node:events'

/**
 * Resolves when the program that started this process says `stop`, or has gone: Windows has no signal for that. A process
 * that was started without a channel to its parent never hears of it.
 */
export function untilParentStops(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve()
    // In a utility process of Electron; there its end takes this process with it.
    const { parentPort } = process as { readonly parentPort?: EventEmitter }
    parentPort?.once('message', stop)
    if (process.channel === undefined) return
    process.once('message', stop)
    process.once('disconnect', stop)
  })
}
