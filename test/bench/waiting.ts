import type { Source } from '../../app/source/source.ts'
import type { Tracking } from '../../app/source/tracking.ts'
import type { Target } from '../../app/target/target.ts'

/** Measures how long a run waits for its two sides, in milliseconds. Questions that are open together count once. */
export class Waiting {
  readonly #directory = new Stopwatch()
  readonly #store = new Stopwatch()

  get directory(): number {
    return this.#directory.milliseconds
  }

  get store(): number {
    return this.#store.milliseconds
  }

  source(source: Source): Source {
    const watch = this.#directory
    return {
      discover: () => watch.time(source.discover()),
      read: (request) => watch.timeEach(source.read(request)),
      track: async (request) => {
        const tracking = await watch.time(source.track(request))
        return tracking && timedTracking(tracking, watch)
      },
      readAnchors: (request, anchors) => watch.timeEach(source.readAnchors(request, anchors)),
      find: (request) => watch.time(source.find(request)),
      check: (baseDns) => watch.timeEach(source.check(baseDns)),
      browse: () => watch.time(source.browse()),
      close: () => watch.time(source.close()),
    }
  }

  target(target: Target): Target {
    const watch = this.#store
    return {
      ...target,
      discover: () => watch.time(target.discover()),
      readUsers: () => watch.timeEach(target.readUsers()),
      readGroups: () => watch.timeEach(target.readGroups()),
      readUser: (id) => watch.time(target.readUser(id)),
      findUsers: (uids) => watch.timeEach(target.findUsers(uids)),
      readGroup: (id) => watch.time(target.readGroup(id)),
      findGroups: (names) => watch.timeEach(target.findGroups(names)),
      write: (batch) => watch.time(target.write(batch)),
    }
  }
}

function timedTracking(tracking: Tracking, watch: Stopwatch): Tracking {
  return {
    method: tracking.method,
    server: tracking.server,
    explanation: tracking.explanation,
    position: () => watch.time(tracking.position()),
    changesSince: (watermark) => watch.timeEach(tracking.changesSince(watermark)),
    readAnchors: (request, anchors) => watch.timeEach(tracking.readAnchors(request, anchors)),
    read: (request) => watch.timeEach(tracking.read(request)),
    locate: (dns) => watch.timeEach(tracking.locate(dns)),
    close: () => watch.time(tracking.close()),
  }
}

/** Runs while something is awaited. */
class Stopwatch {
  milliseconds = 0
  #open = 0
  #since = 0

  async time<Value>(promise: Promise<Value>): Promise<Value> {
    this.#begin()
    try {
      return await promise
    } finally {
      this.#end()
    }
  }

  async *timeEach<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    const iterator = items[Symbol.asyncIterator]()
    try {
      for (;;) {
        const next = await this.time(iterator.next())
        if (next.done) return
        yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  }

  #begin(): void {
    if (this.#open === 0) this.#since = performance.now()
    this.#open += 1
  }

  #end(): void {
    this.#open -= 1
    if (this.#open === 0) this.milliseconds += performance.now() - this.#since
  }
}
