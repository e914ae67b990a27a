import { z } from 'zod'
import { eventLevels } from '../../model/event.ts'
import { settingsSchema } from '../../settings/schema.ts'
import { configurationRoutes, draft } from './configurationRoutes.ts'
import { directoryRoutes } from './directoryRoutes.ts'
import { draftRoutes } from './draftRoutes.ts'
import { planRoutes } from './planRoutes.ts'
import { procedure, router } from './procedure.ts'
import { typedText } from './typedText.ts'
import { who } from './who.ts'

const id = z.int().min(1)
const dryRun = z.object({ unsaved: settingsSchema.optional(), from: z.enum(['directory', 'snapshot']).optional() })
const eventQuery = z.object({
  level: z.enum(eventLevels),
  side: z.enum(['settings', 'directory', 'connector', 'store']).nullable(),
  runId: id.nullable(),
  search: typedText,
  before: id.nullable(),
  limit: z.int().min(1).max(500),
})
const apply = z.object({ planId: id, approved: z.array(z.string()).max(100) })

/**
 * The one API of a running service. A run answers with its header and that of its plan when it has ended; what is in the
 * plan is read from the state, which any process of the same account may open for reading. A run goes on when the one
 * who asked for it goes away.
 */
export const apiRouter = router({
  status: procedure.query(({ ctx }) => ctx.service.status()),
  overview: procedure.query(({ ctx }) => ctx.service.connector.overview()),
  plans: planRoutes,
  configuration: configurationRoutes,
  directory: directoryRoutes,
  draft: draftRoutes,
  runs: procedure.query(({ ctx }) => ctx.service.connector.runs()),
  run: procedure.input(z.object({ id })).query(({ ctx, input }) => ctx.service.connector.run(input.id)),
  setAside: procedure.query(({ ctx }) => ctx.service.connector.setAside()),
  known: procedure
    .input(z.object({ text: typedText, limit: z.int().min(1).max(100) }))
    .query(({ ctx, input }) => ctx.service.connector.known(input.text, input.limit)),
  eventPage: procedure.input(eventQuery).query(({ ctx, input }) => ctx.service.connector.eventPage(input)),
  startDemo: procedure.mutation(({ ctx }) => ctx.service.startDemo()),
  demoDay: procedure.mutation(({ ctx }) => ctx.service.demoDay()),

  check: procedure.query(({ ctx }) => ctx.service.connector.check()),
  explain: procedure.input(z.object({ who })).query(({ ctx, input }) => ctx.service.connector.explain(input.who)),
  evaluate: procedure
    .input(z.object({ expression: z.string(), who }))
    .query(({ ctx, input }) => ctx.service.connector.evaluate(input.expression, input.who)),
  tryAvatar: procedure.input(z.object({ who })).query(({ ctx, input }) => ctx.service.connector.tryAvatar(input.who)),

  dryRun: procedure
    .input(dryRun)
    .mutation(({ ctx, input: { unsaved, from } }) =>
      ctx.service.connector.dryRun({ ...(unsaved && { unsaved }), ...(from && { from }) }),
    ),
  syncFull: procedure.mutation(({ ctx }) => ctx.service.connector.syncFull()),
  syncIncremental: procedure.mutation(({ ctx }) => ctx.service.connector.syncIncremental()),
  syncOnly: procedure.input(z.object({ who })).mutation(({ ctx, input }) => ctx.service.connector.syncOnly(input.who)),
  undo: procedure.input(z.object({ runId: id })).mutation(({ ctx, input }) => ctx.service.connector.undo(input.runId)),
  applyPlan: procedure
    .input(apply)
    .mutation(({ ctx, input }) => ctx.service.connector.apply(input.planId, input.approved)),

  pause: procedure.mutation(({ ctx }) => ctx.service.connector.pause()),
  resume: procedure.mutation(({ ctx }) => ctx.service.connector.resume()),
  setMode: procedure
    .input(z.object({ mode: z.enum(['manual', 'automatic']) }))
    .mutation(({ ctx, input }) => ctx.service.connector.setMode(input.mode)),
  retrySetAside: procedure
    .input(z.object({ name: z.string().min(1) }))
    .mutation(({ ctx, input }) => ctx.service.connector.retrySetAside(input.name)),

  browserLink: procedure.mutation(({ ctx }) => ctx.service.browserLink()),

  checkLive: procedure
    .input(z.object({ side: z.enum(['directory', 'store']), draft: draft.nullable() }))
    .subscription(({ ctx, input }) => ctx.service.connector.checkLive(input.side, input.draft)),
  progress: procedure.subscription(async function* ({ ctx, signal = never }) {
    for await (const running of ctx.service.progress(signal)) yield { running }
  }),
  events: procedure.subscription(async function* ({ ctx, signal = never }) {
    yield* ctx.service.events(signal)
  }),
})

export type ApiRouter = typeof apiRouter

const never = new AbortController().signal
