import { z } from 'zod'
import type { SettingsInput } from '../../settings/schema.ts'
import { procedure, router } from './procedure.ts'

/** Whatever a page holds; what is wrong with it is an answer, not a refusal. */
export const draft = z.custom<SettingsInput>((value) => typeof value === 'object' && value !== null)

/** The settings of the data folder. */
export const configurationRoutes = router({
  saved: procedure.query(({ ctx }) => ctx.service.connector.configuration.saved()),
  check: procedure
    .input(z.object({ draft }))
    .query(({ ctx, input }) => ctx.service.connector.configuration.check(input.draft)),
  save: procedure.input(z.object({ draft, revision: z.string().nullable() })).mutation(async ({ ctx, input }) => {
    const saved = await ctx.service.connector.configuration.save(input.draft, input.revision)
    await ctx.service.settingsChanged()
    return saved
  }),
  keepSecret: procedure
    .input(z.object({ purpose: z.enum(['directory', 'store', 'avatar']), value: z.string().min(1).max(16_384) }))
    .mutation(({ ctx, input }) => ctx.service.connector.configuration.keepSecret(input.purpose, input.value)),
})
