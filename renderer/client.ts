import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client'
import type { ApiRouter } from '../app/api/routes/router.ts'

const url = `${location.origin}/api`

/** The page's only door: the service's API, reached at the address that the page came from. */
export const api: TRPCClient<ApiRouter> = createTRPCClient<ApiRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: httpLink({ url }),
    }),
  ],
})

/** False when the service answers, but does not know this browser (any more); a service that is gone says nothing. */
export async function isLetIn(): Promise<boolean> {
  try {
    return (await fetch(`${url}/status`)).status !== 401
  } catch {
    return true
  }
}
