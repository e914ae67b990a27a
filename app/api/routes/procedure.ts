import { initTRPC } from '@trpc/server'
import { ZodError } from 'zod'
import { ConnectorError } from '../../model/error.ts'
import { toWire } from '../remote/wireError.ts'
import type { Service } from '../service.ts'
import { notUnderstood } from './notUnderstood.ts'

export interface ApiContext {
  readonly service: Service
}

/** What every route of the API is made with. */
export const { procedure, router } = initTRPC.context<ApiContext>().create({
  isDev: false,
  errorFormatter({ shape, error: { cause }, input }) {
    const refused = cause instanceof ZodError ? notUnderstood(cause, input) : cause
    return {
      ...shape,
      data: { ...shape.data, connectorError: refused instanceof ConnectorError ? toWire(refused) : null },
    }
  },
})
