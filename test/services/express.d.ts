/** The part of express 4 that the tests use; it comes without types. */
declare module 'express' {
  import type { RequestListener } from 'node:http'

  interface Application extends RequestListener {
    use(path: string, router: unknown): void
  }
  export default function express(): Application
}
