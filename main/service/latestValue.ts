import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** A value that changes often, for any number of followers who each see what is newest when they look. */
export interface LatestValue<Value> {
  set(value: Value): void
  /** The present value, then newer ones, with at least `milliseconds` between them. Ends with `signal`. */
  follow(signal: AbortSignal, milliseconds: number): AsyncGenerator<Value>
}

export function latestValue<Value>(initial: Value): LatestValue<Value> {
  const changes = new EventEmitter().setMaxListeners(0)
  let value = initial
  let version = 0
  return {
    set(next) {
      value = next
      version += 1
      changes.emit('change')
    },
    async *follow(signal, milliseconds) {
      let seen = -1
      try {
        while (!signal.aborted) {
          if (seen === version) await once(changes, 'change', { signal })
          seen = version
          yield value
          await sleep(milliseconds, undefined, { signal })
        }
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
  }
}
