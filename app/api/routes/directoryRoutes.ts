import { z } from 'zod'
import { entryKinds } from '../../model/entry.ts'
import { settingsSchema } from '../../settings/schema.ts'
import { procedure, router } from './procedure.ts'
import { typedText } from './typedText.ts'
import { who } from './who.ts'

const { directory, selection, mapping, organization, avatar } = settingsSchema.shape
const draft = z.object({
  directory,
  selection: selection.exactOptional(),
  mapping: mapping.exactOptional(),
  organization: organization.exactOptional(),
})

/** Looking into the directory, with settings that need not be saved. */
export const directoryRoutes = router({
  answer: procedure
    .input(z.object({ draft }))
    .query(({ ctx, input }) => ctx.service.connector.directory.answer(input.draft)),
  controllers: procedure
    .input(z.object({ domain: z.string().min(1).max(230) }))
    .query(({ ctx, input }) => ctx.service.connector.directory.controllers(input.domain)),
  containers: procedure
    .input(z.object({ draft, parentDn: typedText }))
    .query(({ ctx, input }) => ctx.service.connector.directory.containers(input.draft, input.parentDn)),
  count: procedure
    .input(z.object({ draft, kind: z.enum(entryKinds), upTo: z.int().min(1).max(1_000_000) }))
    .query(({ ctx, input, signal }) =>
      ctx.service.connector.directory.count(input.draft, input.kind, input.upTo, signal),
    ),
  attributes: procedure
    .input(z.object({ draft }))
    .query(({ ctx, input }) => ctx.service.connector.directory.attributes(input.draft)),
  samples: procedure
    .input(z.object({ draft, text: typedText }))
    .query(({ ctx, input }) => ctx.service.connector.directory.samples(input.draft, input.text)),
  map: procedure
    .input(z.object({ draft, who }))
    .query(({ ctx, input }) => ctx.service.connector.directory.map(input.draft, input.who)),
  picture: procedure
    .input(z.object({ draft: draft.extend({ avatar: avatar.unwrap() }), who }))
    .query(({ ctx, input }) => ctx.service.connector.directory.picture(input.draft, input.who)),
})
