import { initTRPC } from '@trpc/server'
import { ConnectorError } from '../../model/error.ts'
import { toWire } from '../remote/wireError.ts'
import type { Service } from '../service.ts'

export interface ApiContext {
  readonly service: Service
}

/** What every route of the API is made with. */
export const { procedure, router } = initTRPC.context<ApiContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error: { cause } }) => ({
    ...shape,
    data: { ...shape.data, connectorError: cause instanceof ConnectorError ? toWire(cause) : null },
  }),
})
