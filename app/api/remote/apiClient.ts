import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client'
import type { ApiRouter } from '../routes/router.ts'

export type ApiClient = TRPCClient<ApiRouter>

/** The same in the address of every request. */
export const apiPath = '/api'

export interface ApiTransport {
  /** `http://127.0.0.1:8080`; where a socket is used the host means nothing. */
  readonly origin: string
  readonly fetch: ApiFetch
  /** Opens a stream of server-sent events. */
  readonly EventSource: EventStreamClass
}

type ApiFetch = NonNullable<NonNullable<Parameters<typeof httpLink>[0]>['fetch']>
type EventStreamClass = NonNullable<Parameters<typeof httpSubscriptionLink>[0]['EventSource']>

/** A typed client of the API over any transport. */
export function apiClient({ origin, fetch, EventSource }: ApiTransport): ApiClient {
  const url = origin + apiPath
  return createTRPCClient<ApiRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url, EventSource }),
        false: httpLink({ url, fetch }),
      }),
    ],
  })
}
