/** How often each end point was called; keys are `GET /Users`, `PATCH /Users/:id`, `POST /oauth/token`, … */
export class RequestCounter {
  #counts = new Map<string, number>()

  /** Every request counts, also refused and struck ones. */
  add(method: string, route: string): void {
    const key = `${method} ${route}`
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  /** `route` is relative to the SCIM base or to the organization's contacts: `/Users/:id`, `/contacts/:id`. */
  count(method: string, route: string): number {
    return this.#counts.get(`${method} ${route}`) ?? 0
  }

  /** All requests, or those with one of the methods. */
  total(...methods: readonly string[]): number {
    let total = 0
    for (const [key, count] of this.#counts) {
      if (methods.length === 0 || methods.includes(key.slice(0, key.indexOf(' ')))) total += count
    }
    return total
  }

  /** A copy of all counts. */
  all(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts)
  }

  reset(): void {
    this.#counts = new Map()
  }
}
