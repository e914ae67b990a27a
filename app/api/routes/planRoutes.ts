import { z } from 'zod'
import { objectKinds } from '../../model/objectKind.ts'
import { procedure, router } from './procedure.ts'
import { typedText } from './typedText.ts'

const id = z.int().min(1)
const query = z.object({
  planId: id,
  kind: z.enum(objectKinds),
  tab: z.string().max(40),
  search: typedText,
  sort: z.enum(['plan', 'name', 'dn']),
  direction: z.enum(['up', 'down']),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})

/** Stored plans, a part at a time. */
export const planRoutes = router({
  list: procedure.query(({ ctx }) => ctx.service.connector.plans()),
  summary: procedure
    .input(z.object({ planId: id }))
    .query(({ ctx, input }) => ctx.service.connector.planBrowser.summary(input.planId)),
  rows: procedure.input(query).query(({ ctx, input }) => ctx.service.connector.planBrowser.rows(input)),
  item: procedure
    .input(z.object({ planId: id, id: z.string().max(40) }))
    .query(({ ctx, input }) => ctx.service.connector.planBrowser.item(input.planId, input.id)),
  difference: procedure
    .input(z.object({ before: id, after: id }))
    .query(({ ctx, input }) => ctx.service.connector.planBrowser.difference(input.before, input.after)),
})
