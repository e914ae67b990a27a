/**
 * Node.js 22 takes part in explicit resource management but for its two stacks: loaded there, this module provides them.
 * Where several clean-ups fail, the error of the last one is thrown.
 */
class OlderDisposableStack implements DisposableStack {
  readonly [Symbol.toStringTag] = 'DisposableStack'
  #cleanups: Array<() => void> = []
  #disposed = false

  get disposed(): boolean {
    return this.#disposed
  }

  use<Resource extends Disposable | null | undefined>(resource: Resource): Resource {
    if (resource) this.defer(() => resource[Symbol.dispose]())
    return resource
  }

  adopt<Resource>(resource: Resource, cleanup: (resource: Resource) => void): Resource {
    this.defer(() => cleanup(resource))
    return resource
  }

  defer(cleanup: () => void): void {
    if (this.#disposed) throw new ReferenceError('The stack has been disposed of.')
    this.#cleanups.push(cleanup)
  }

  move(): DisposableStack {
    const heir = new OlderDisposableStack()
    heir.#cleanups = this.#cleanups
    this.#cleanups = []
    this.#disposed = true
    return heir
  }

  dispose(): void {
    this.#disposed = true
    const cleanup = this.#cleanups.pop()
    if (!cleanup) return
    try {
      cleanup()
    } finally {
      this.dispose()
    }
  }

  [Symbol.dispose](): void {
    this.dispose()
  }
}

class OlderAsyncDisposableStack implements AsyncDisposableStack {
  readonly [Symbol.toStringTag] = 'AsyncDisposableStack'
  #cleanups: Array<() => PromiseLike<void> | void> = []
  #disposed = false

  get disposed(): boolean {
    return this.#disposed
  }

  use<Resource extends AsyncDisposable | Disposable | null | undefined>(resource: Resource): Resource {
    if (resource)
      this.defer(() => (Symbol.asyncDispose in resource ? resource[Symbol.asyncDispose]() : resource[Symbol.dispose]()))
    return resource
  }

  adopt<Resource>(resource: Resource, cleanup: (resource: Resource) => PromiseLike<void> | void): Resource {
    this.defer(() => cleanup(resource))
    return resource
  }

  defer(cleanup: () => PromiseLike<void> | void): void {
    if (this.#disposed) throw new ReferenceError('The stack has been disposed of.')
    this.#cleanups.push(cleanup)
  }

  move(): AsyncDisposableStack {
    const heir = new OlderAsyncDisposableStack()
    heir.#cleanups = this.#cleanups
    this.#cleanups = []
    this.#disposed = true
    return heir
  }

  async disposeAsync(): Promise<void> {
    this.#disposed = true
    const cleanup = this.#cleanups.pop()
    if (!cleanup) return
    try {
      await cleanup()
    } finally {
      await this.disposeAsync()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.disposeAsync()
  }
}

globalThis.DisposableStack ??= OlderDisposableStack
globalThis.AsyncDisposableStack ??= OlderAsyncDisposableStack

export {}
