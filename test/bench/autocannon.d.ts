/** The part of autocannon that the measurements use; it comes without types. */
declare module 'autocannon' {
  interface Request {
    readonly body?: string
  }
  interface Options {
    readonly url: string
    readonly method: 'POST'
    readonly connections: number
    readonly amount: number
    readonly headers: Readonly<Record<string, string>>
    readonly requests: readonly {
      setupRequest(request: Request): Request
      onResponse(): void
    }[]
  }
  export default function autocannon(options: Options): Promise<{ readonly '2xx': number }>
}
